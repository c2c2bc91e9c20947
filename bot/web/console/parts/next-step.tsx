/** @jsxImportSource react */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ConsoleStore } from '../state/console-store.ts';

/** Right after the first run: what comes next. */
export function NextStep({ store }: { store: ConsoleStore }) {
  const { words } = store;
  if (!store.nextStep) return null;
  return (
    <aside aria-label={words.setupTitle}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{words.nextStep}</MessageBarBody>
        <MessageBarActions>
          <Button
            appearance="primary"
            onClick={() => {
              store.putNextStepAway();
              store.go('/console/team');
            }}
          >
            {words.addColleague}
          </Button>
          <Button onClick={() => store.putNextStepAway()}>{words.dismiss}</Button>
        </MessageBarActions>
      </MessageBar>
    </aside>
  );
}
