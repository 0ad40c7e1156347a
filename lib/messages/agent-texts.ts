import { loadAgentTexts } from "../generated/load-agent-texts";

type Texts = readonly string[];

const loading = new Map<string, Promise<Texts>>();

/** The texts that agents' pages number. Those of a language are a file of their own, which is loaded once. */
export function readAgentTexts(language: string): Promise<Texts> {
  const known = loading.get(language);
  if (known) return known;
  const load = loadAgentTexts[language];
  const texts = load ? load().then(({ texts }) => texts) : Promise.resolve([]);
  loading.set(language, texts);
  // Whoever asks again may be luckier.
  texts.catch(() => loading.delete(language));
  return texts;
}
