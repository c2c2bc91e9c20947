import { PlanList, isEmpty } from '../parts/plan-list.tsx';
import { savePlan } from '../plan-file.ts';
import { Frame, type ScreenProps } from './screen-of.tsx';

/** What was kept, to read, print or save. No account, and nothing sent. */
export function Plan({ chat, close }: ScreenProps) {
  const { words, state } = chat;
  const empty = isEmpty(state.plan);
  return (
    <Frame chat={chat} close={close} title={words.plan}>
      {!empty && (
        <>
          <p>{words.planIntro}</p>
          <div class="plan-does">
            <button type="button" class="button" onClick={() => window.print()}>
              {words.planPrint}
            </button>
            <button
              type="button"
              class="button"
              aria-describedby="download-hint"
              onClick={() => savePlan(state.plan, chat.language, words, chat.now())}
            >
              {words.planDownload}
            </button>
          </div>
          <p class="small" id="download-hint">
            {words.planDownloadHint}
          </p>
        </>
      )}
      <div class="plan">
        <PlanList chat={chat} plan={state.plan} level={3} />
      </div>
    </Frame>
  );
}
