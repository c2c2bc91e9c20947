/** @jsxImportSource react */
import { Button, type ButtonProps, useRestoreFocusTarget } from '@fluentui/react-components';

/** A button that opens a window: the focus comes back to it when the window closes. */
export function Opener(props: Omit<ButtonProps, 'as'>) {
  const target = useRestoreFocusTarget();
  return <Button {...target} {...(props as ButtonProps)} />;
}
