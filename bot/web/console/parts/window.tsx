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
import type { FormEvent, ReactNode } from 'react';

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

interface FormWindowProps extends Omit<WindowProps, 'actions'> {
  /** Names the form in the page. */
  id: string;
  submitLabel: string;
  submit: () => void;
}

/** A window with fields in it, and the button that sends them. */
export function FormWindow({ id, submitLabel, submit, children, ...window }: FormWindowProps) {
  const go = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Window
      {...window}
      actions={
        <Button appearance="primary" type="submit" form={id}>
          {submitLabel}
        </Button>
      }
    >
      <form id={id} className="plain-form" onSubmit={go}>
        {children}
      </form>
    </Window>
  );
}
