import type { Language } from '../domain/locale.ts';
import type { Intent, Wish } from '../domain/wish.ts';
import { features, type Features } from './features.ts';
import { words } from './fold.ts';
import type { Model } from './model.ts';

/** Shares below this are left out of the answer. */
const WORTH_A_WORD = 0.01;
/** How sure of a language a message must be: about twenty to one. */
const PLAIN = 3;

/**
 * What a message may be asking for. Pure and deterministic; never throws; looks at the beginning of a very long text
 * only. Both languages are understood at once, so the language of the conversation changes nothing but ties.
 *
 * @param model from `loadUnderstanding`
 * @param text what the person wrote; it is not kept anywhere
 */
export function understand(model: Model, text: string): Wish {
  const said = words(text);
  if (said.length === 0) return { intents: [], nothing: 1 };
  const share = new Float64Array(model.meanings.length);
  shares(features(said, model.lexicon), model.weights, share);
  const { intents, nothing } = likeliest(model, share);
  const language = languageOf(model, said);
  const asksFor = intents[0]?.id === 'language_switch' ? languageNamed(model, said) : undefined;
  return { intents, nothing, ...(language ? { language } : {}), ...(asksFor ? { asksFor } : {}) };
}

/** The wishes that are worth a word, likeliest first; the likeliest is always among them. */
function likeliest(model: Model, share: Float64Array): Pick<Wish, 'intents' | 'nothing'> {
  const intents: { id: Intent; score: number }[] = [];
  let nothing = 0;
  let best = 0;
  for (let k = 0; k < share.length; k += 1) {
    if (model.meanings[k] !== 'no_wish' && (share[k] as number) > best) best = share[k] as number;
  }
  for (let k = 0; k < share.length; k += 1) {
    const id = model.meanings[k] as Model['meanings'][number];
    const score = share[k] as number;
    if (id === 'no_wish') nothing = score;
    else if (score >= WORTH_A_WORD || score === best) intents.push({ id, score });
  }
  // Equal scores stay in the order of the intents.
  intents.sort((a, b) => b.score - a.score);
  return { intents, nothing };
}

function languageOf(model: Model, said: readonly string[]): Language | undefined {
  let sum = 0;
  for (const word of said.slice(0, 40)) sum += model.spanish.get(word) ?? 0;
  return sum > PLAIN ? 'es' : sum < -PLAIN ? 'en' : undefined;
}

/** The one language that is named; none when both are, or when it is "not English". */
function languageNamed(model: Model, said: readonly string[]): Language | undefined {
  const named = new Set(said.flatMap((word) => model.languages.get(word) ?? []));
  const [only] = named;
  const denied = said.some((word) => ['not', 'dont', 'no', 'wrong', 'why'].includes(word));
  return named.size === 1 && !denied ? only : undefined;
}

/** Fills `share` with the share of each intent for these features; they add up to one. */
export function shares({ at, weight }: Features, weights: Float32Array, share: Float64Array): void {
  const size = share.length;
  share.fill(0);
  for (let f = 0; f < at.length; f += 1) {
    const base = (at[f] as number) * size;
    const value = weight[f] as number;
    for (let k = 0; k < size; k += 1) share[k] = (share[k] as number) + value * (weights[base + k] as number);
  }
  let most = -Infinity;
  for (let k = 0; k < size; k += 1) if ((share[k] as number) > most) most = share[k] as number;
  let sum = 0;
  for (let k = 0; k < size; k += 1) {
    const grown = Math.exp((share[k] as number) - most);
    share[k] = grown;
    sum += grown;
  }
  for (let k = 0; k < size; k += 1) share[k] = (share[k] as number) / sum;
}
