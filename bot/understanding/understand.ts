import type { Language } from '../domain/locale.ts';
import type { Wish } from '../domain/wish.ts';
import { features, type Features } from './features.ts';
import { words } from './fold.ts';
import type { Model } from './model.ts';

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
  if (said.length === 0) return { intents: [] };
  const share = new Float64Array(model.meanings.length);
  shares(features(text, model.lexicon), model.weights, share);
  const intents = model.meanings
    .flatMap((id, index) => (id === 'no_wish' ? [] : [{ id, score: share[index] as number }]))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const language = languageOf(model, said);
  const asksFor = intents[0]?.id === 'language_switch' ? languageNamed(model, said) : undefined;
  return { intents, ...(language ? { language } : {}), ...(asksFor ? { asksFor } : {}) };
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
