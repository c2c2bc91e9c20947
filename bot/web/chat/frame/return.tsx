import type { Chat } from '../chat.ts';

/** Asked before anything said earlier is shown: someone else may hold the device now. */
export function Return({ chat }: { chat: Chat }) {
  const { words } = chat;
  return (
    <section class="turn return" aria-labelledby="return-title" tabIndex={-1}>
      <h2 id="return-title">{words.returnTitle}</h2>
      <p>{words.returnText}</p>
      <div class="choices">
        <button type="button" class="button choice" onClick={() => chat.goOn()}>
          {words.returnContinue}
        </button>
        <button type="button" class="button choice" onClick={() => chat.startFresh()}>
          {words.returnFresh}
        </button>
      </div>
      <p>
        <button type="button" class="button link" onClick={() => chat.show('code')}>
          {words.haveCode}
        </button>
      </p>
    </section>
  );
}
