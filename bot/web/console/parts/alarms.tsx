/** @jsxImportSource react */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ConsoleStore } from '../state/console-store.ts';

/** Who needs someone, until it was seen. Each is announced once. */
export function Alarms({ store }: { store: ConsoleStore }) {
  const { words, alarms, board } = store;
  const isCall = (id: string) => board?.callbacks.some((line) => line.id === id) === true;
  return (
    <div role="log" aria-live="assertive" aria-relevant="additions" className="alarms">
      {alarms.list.map((alarm) => (
        <MessageBar intent="info" key={`${alarm.case} ${alarm.why}`}>
          <MessageBarBody>{words.alerts[alarm.why]}</MessageBarBody>
          <MessageBarActions>
            <Button
              appearance="primary"
              onClick={() => {
                store.alarms.seen(alarm.case);
                store.go(isCall(alarm.case) ? '/console/callbacks' : `/console/case/${alarm.case}`);
              }}
            >
              {words.open}
            </Button>
            <Button onClick={() => store.alarms.seen(alarm.case)}>{words.seen}</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}
