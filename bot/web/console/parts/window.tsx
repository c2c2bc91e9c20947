/** @jsxImportSource react */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface WindowProps {
  title: string;
  closeLabel: string;
  open: boolean;
  close: () => void;
  children: ReactNode;
  actions?: ReactNode;
}

/** Something that opens over the screen: Escape closes it, and the focus comes back to the `Opener` it came from. */
export function Window({ title, closeLabel, open, close, children, actions }: WindowProps) {
  return (
    <Dialog open={open} onOpenChange={(_, data) => (data.open ? undefined : close())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            {actions}
            <Button onClick={close}>{closeLabel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
