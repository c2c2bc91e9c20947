/** @jsxImportSource react */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ConsoleStore } from '../state/console-store.ts';

/** What went wrong last, and what to do. */
export function Trouble({ store }: { store: ConsoleStore }) {
  return (
    <div role="alert" className="trouble">
      {store.trouble !== '' && (
        <MessageBar intent="warning">
          <MessageBarBody>{store.trouble}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => store.putTroubleAway()}>{store.words.dismiss}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
