import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** In characters. The upper limit only keeps hashing cheap. */
export const passwordLength = { min: 12, max: 200 } as const;

/** Judging takes superlinear time, and a password whose start is strong is strong. */
const maxJudged = 32;

export type PasswordRule = { label: string; isMet: boolean };

export function passwordRules(password: string): PasswordRule[] {
  return [
    { label: `${passwordLength.min} characters or more`, isMet: [...password].length >= passwordLength.min },
    { label: "Upper and lower case letters", isMet: /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password) },
    { label: "A symbol, such as ! ? # or a space", isMet: /[^\p{L}\p{N}]/u.test(password) },
  ];
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Loads half a megabyte of dictionaries when the first password is typed, not before. */
function loadEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]).then(
    ([core, common, english]) =>
      new core.ZxcvbnFactory({
        dictionary: { ...common.dictionary, ...english.dictionary },
        graphs: common.adjacencyGraphs,
        translations: english.translations,
      }),
  );
  return estimator;
}

/** Returns one sentence, or null from a score of 3 of 4. `known` is what a guesser would try first, such as a name. */
export async function guessability(password: string, known: string[]): Promise<string | null> {
  const words = known.flatMap(text => [text, ...text.split(/[\s@._-]+/)]).filter(word => word.length > 2);
  const estimator = await loadEstimator();
  // Also checks without symbols and capitals: they add length but hardly make a pattern harder to guess.
  const bare = password.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  for (const text of bare.length >= 8 ? [password, bare] : [password]) {
    const { score, feedback } = estimator.check(text.slice(0, maxJudged), words);
    if (score >= 3) continue;
    const reason = feedback.warning ?? feedback.suggestions[0] ?? "It is made of common words or patterns.";
    return `Too easy to guess. ${reason}`;
  }
  return null;
}
