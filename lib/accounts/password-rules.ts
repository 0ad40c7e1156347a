import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Characters. The upper limit only keeps hashing cheap. */
export const passwordLength = { min: 12, max: 200 } as const;

/** Judging takes more than linear time, so only this much is looked at: what begins strong is strong. */
const maxJudged = 32;

export type PasswordRule = { label: string; isMet: boolean };

/** The rules that can be seen at a glance, in the words of the sign-up form. */
export function passwordRules(password: string): PasswordRule[] {
  return [
    { label: `${passwordLength.min} characters or more`, isMet: [...password].length >= passwordLength.min },
    { label: "Upper and lower case letters", isMet: /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password) },
    { label: "A symbol, such as ! ? # or a space", isMet: /[^\p{L}\p{N}]/u.test(password) },
  ];
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries weigh half a megabyte, so they are fetched when the first password is typed, not before. */
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

/**
 * Why a password would be guessed too easily, in one sentence, or null when it is strong enough (score 3 of 4).
 * @param known words a guesser would try first: the person's name and address, the name of the desk
 */
export async function guessability(password: string, known: string[]): Promise<string | null> {
  const words = known.flatMap(text => [text, ...text.split(/[\s@._-]+/)]).filter(word => word.length > 2);
  const estimator = await loadEstimator();
  // A symbol between two names or a capital before a sequence makes it longer and hardly harder to guess.
  const bare = password.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  for (const text of bare.length >= 8 ? [password, bare] : [password]) {
    const { score, feedback } = estimator.check(text.slice(0, maxJudged), words);
    if (score >= 3) continue;
    const reason = feedback.warning ?? feedback.suggestions[0] ?? "It is made of common words or patterns.";
    return `Too easy to guess. ${reason}`;
  }
  return null;
}
