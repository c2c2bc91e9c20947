import { join } from 'node:path';
import { loadContent } from '../../bot/content.ts';

/** What listening costs: messages a second for safety and understanding together, and one very long message. */
export interface SafetyFigures {
  perSecond: number;
  /** Milliseconds for 100 kB of text with a crisis at its very end. */
  longMs: number;
  found: boolean;
  /** Milliseconds for the worst of the hostile texts, 100,000 characters each. */
  hostileMs: number;
}

/** What is sent to make a check slow: each is repeated until the text is 100,000 characters long. */
const HOSTILE = ['(', '[{', '\u200b', '\u202e', 'a\u0301', '💊', '38,', "a'", 'no ', 'kill '];

/** Short messages as people write them; the check looks at each whole, whatever it finds. */
const MESSAGES = [
  'hello',
  'is there a group near Missoula',
  'I am so tired of all this',
  'help with gas money please',
  'no',
  'the second one',
  'what does a nurse navigator do',
  "I can't sleep, I keep thinking about the scan",
  '¿hay ayuda para pagar la luz?',
  'my sister drives me to chemo, who helps her',
  'no entiendo la carta del seguro',
  'I want to talk to a person',
];

export async function safetyFigures(seconds: number): Promise<SafetyFigures> {
  const loaded = await loadContent(join(import.meta.dirname, '..', '..'), false);
  if (!loaded.ok) throw new Error(loaded.report);
  const { assess, understand } = loaded.content;
  const once = () => {
    for (const message of MESSAGES) {
      assess(message);
      understand(message);
    }
  };
  for (let warm = 0; warm < 300; warm += 1) once();
  const started = performance.now();
  let messages = 0;
  while (performance.now() - started < seconds * 1000) {
    once();
    messages += MESSAGES.length;
  }
  const perSecond = Math.round((messages / (performance.now() - started)) * 1000);
  const long = `${'We spoke about the garden and the dog, and then the neighbours came by. '.repeat(1400)} I am going to kill myself tonight`;
  assess(long);
  const before = performance.now();
  const signal = assess(long);
  const longMs = Math.round(performance.now() - before);
  return { perSecond, longMs, found: signal?.kind === 'suicide', hostileMs: hostileMs(assess, understand) };
}

function hostileMs(...looks: ((text: string) => unknown)[]): number {
  const each = HOSTILE.map((part) => {
    const text = part.repeat(100_000 / part.length);
    const started = performance.now();
    for (const look of looks) look(text);
    return performance.now() - started;
  });
  return Math.round(Math.max(...each));
}
