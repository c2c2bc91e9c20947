import type { Chat, Screen } from '../chat.ts';
import { leaveNow } from '../leave.ts';
import { CrisisBar } from './crisis-bar.tsx';
import { LinkState } from './link-state.tsx';

/** The ways out, on top of every screen whatever happens below: urgent help, a person, the plan, leaving. */
export function Ways({ chat }: { chat: Chat }) {
  const { words, screen, state } = chat;
  const count = state.plan.options.length + state.plan.resources.length + state.plan.questions.length;
  const toggle = (which: Screen) => chat.show(screen === which ? null : which);
  return (
    <div class="pinned">
      <nav class="ways" aria-label={words.waysLabel}>
        <button
          type="button"
          class="button urgent"
          aria-expanded={screen === 'urgent'}
          onClick={() => toggle('urgent')}
        >
          {words.urgent}
        </button>
        <button type="button" class="button" onClick={() => chat.askForPerson()}>
          {words.person}
        </button>
        <button type="button" class="button" aria-expanded={screen === 'plan'} onClick={() => toggle('plan')}>
          {count > 0 ? words.planWithCount(count) : words.plan}
        </button>
        <button
          type="button"
          class="button leave"
          aria-describedby="leave-hint"
          onClick={() => leaveNow(chat)}
        >
          {words.leave}
        </button>
        <span id="leave-hint" class="leave-hint" title={words.leaveHint}>
          {words.leaveHintShort}
        </span>
      </nav>
      <CrisisBar chat={chat} />
      <LinkState chat={chat} />
    </div>
  );
}
