import type { Alarm } from './alarm-state.ts';
import { kept } from './kept.ts';

/** Milliseconds between two sounds while something waits to be seen. */
const REPEAT = 15_000;

/** Sound, title and notification, repeated until seen. Holds no text of anyone: only that something waits. */
export class AlarmBell {
  #audio: AudioContext | undefined;
  #timer: number | undefined;
  #title = document.title;
  silent = kept('sound') === false;

  /** Called with all that is unseen. `loud`: something new came in just now. */
  ring(
    alarms: readonly Alarm[],
    words: { title: (count: number) => string; body: string },
    loud: boolean,
  ): void {
    document.title = alarms.length === 0 ? this.#title : `(${alarms.length}) ${this.#title}`;
    window.clearInterval(this.#timer);
    this.#timer = undefined;
    if (alarms.length === 0) return;
    if (loud) this.#once(alarms.length, words);
    this.#timer = window.setInterval(() => this.#once(alarms.length, words), REPEAT);
  }

  named(title: string): void {
    this.#title = title;
  }

  /** Browsers let a page make a sound only after someone has pressed something on it: then this is called. */
  wake(): void {
    this.#audio ??= new AudioContext();
    void this.#audio.resume();
  }

  /** Asks once whether notifications may be shown, when someone says that they are available. */
  askToNotify(): void {
    if ('Notification' in window && Notification.permission === 'default')
      void Notification.requestPermission();
  }

  #once(count: number, words: { title: (count: number) => string; body: string }): void {
    if (!this.silent) this.#sound();
    if (document.visibilityState === 'visible' || !('Notification' in window)) return;
    if (Notification.permission === 'granted') {
      const shown = new Notification(words.title(count), { body: words.body, tag: 'support-navigator' });
      shown.addEventListener('click', () => window.focus());
    }
  }

  #sound(): void {
    const audio = this.#audio;
    if (audio === undefined || audio.state !== 'running') return;
    for (const [delay, pitch] of [
      [0, 660],
      [0.18, 880],
    ] as const) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.12, audio.currentTime + delay);
      volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + delay + 0.16);
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + delay);
      tone.stop(audio.currentTime + delay + 0.18);
    }
  }
}
