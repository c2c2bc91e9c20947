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
import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface WindowProps {
  title: string;
  closeLabel: string;
  open: boolean;
  close: () => void;
  children: ReactNode;
  actions?: ReactNode;
}

/** Something that opens over the screen: Escape closes it, and the focus comes back to where it was. */
export function Window({ title, closeLabel, open, close, children, actions }: WindowProps) {
  const opener = useRef<Element | null>(null);
  // Before the window takes the focus.
  useLayoutEffect(() => {
    if (!open) return;
    opener.current = document.activeElement;
    return () => {
      // What opened it may be gone by now; what took the focus meanwhile keeps it.
      window.setTimeout(() => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        if (nowhere && opener.current instanceof HTMLElement) opener.current.focus();
      });
    };
  }, [open]);
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
