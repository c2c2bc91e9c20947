import { useEffect } from 'preact/hooks';
import type { PlanView } from '../../../domain/view.ts';
import { PlanList, isEmpty } from '../parts/plan-list.tsx';
import { savePlan } from '../plan-file.ts';
import { Frame, type ScreenProps } from './frame.tsx';

/** What was kept, to read, print or save. No account, and nothing sent. */
export function Plan({ chat, close }: ScreenProps) {
  const { words, state } = chat;
  // What was just taken out goes at once, before the server has said so.
  const plan: PlanView = {
    options: state.plan.options.filter((item) => chat.isKept('option', item.id)),
    resources: state.plan.resources.filter((item) => chat.isKept('resource', item.id)),
    questions: state.plan.questions.filter((item) => chat.isKept('question', item.id)),
  };
  const empty = isEmpty(plan);
  // Questions and codes are the bot's to make; it asks one thing and does it.
  const more = () => {
    close();
    chat.say(words.plan, { interrupt: 'plan' });
  };
  useUnfoldedOnPaper();
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
              onClick={() => savePlan(plan, chat.language, words, chat.now())}
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
        <PlanList chat={chat} plan={plan} level={3} inPlan />
      </div>
      {chat.stage === 'chatting' && !state.over && (
        <div class="plan-does">
          <button type="button" class="button" onClick={more}>
            {words.planMore}
          </button>
        </div>
      )}
    </Frame>
  );
}

/** On paper nothing can be unfolded, so it is unfolded before. */
function useUnfoldedOnPaper(): void {
  useEffect(() => {
    const unfold = () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('.plan details')) fold.open = true;
    };
    window.addEventListener('beforeprint', unfold);
    return () => window.removeEventListener('beforeprint', unfold);
  }, []);
}
