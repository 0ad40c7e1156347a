import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** In characters. The upper limit only keeps hashing cheap. */
export const passwordLength = { min: 12, max: 200 } as const;

/** Judging takes superlinear time, and a password whose start is strong is strong. */
const maxJudged = 32;

/** What is asked of a new password, in the order in which it is said. */
const rules = {
  length: (password: string) => [...password].length >= passwordLength.min,
  case: (password: string) => /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password),
  symbol: (password: string) => /[^\p{L}\p{N}]/u.test(password),
};

export type PasswordRule = keyof typeof rules;
export const passwordRules = Object.keys(rules) as PasswordRule[];

export const brokenRules = (password: string): PasswordRule[] =>
  passwordRules.filter(rule => !rules[rule](password));

/** Why a password is easy to guess, by what zxcvbn calls it where it has no translations. */
export const weaknesses = {
  straightRow: "keyboard_row",
  keyPattern: "keyboard_pattern",
  simpleRepeat: "repeated_character",
  extendedRepeat: "repeated_pattern",
  sequences: "sequence",
  recentYears: "recent_year",
  dates: "date",
  topTen: "top_ten",
  topHundred: "top_hundred",
  common: "common",
  similarToCommon: "like_common",
  wordByItself: "single_word",
  namesByThemselves: "single_name",
  commonNames: "common_name",
  userInputs: "personal",
  anotherWord: "few_words",
} as const;

export type Weakness = (typeof weaknesses)[keyof typeof weaknesses] | "other";

/** Loads half a megabyte of dictionaries. @param more words of other languages, the most frequent first */
export async function loadEstimator(more: Record<string, string[]> = {}): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...more },
    graphs: common.adjacencyGraphs,
  });
}

let loaded: Promise<ZxcvbnFactory> | undefined;

/** In browsers: loads when the first password is typed, not before. */
export function guessabilityHere(password: string, known: string[]): Promise<Weakness | null> {
  loaded ??= loadEstimator();
  return loaded.then(estimator => guessability(estimator, password, known));
}

/** Null from a score of 3 of 4. `known` is what a guesser would try first, such as a name. */
export function guessability(estimator: ZxcvbnFactory, password: string, known: string[]): Weakness | null {
  const words = known.flatMap(text => [text, ...text.split(/[\s@._-]+/)]).filter(word => word.length > 2);
  // Also checks without symbols and capitals: they add length but hardly make a pattern harder to guess.
  const bare = password.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  for (const text of bare.length >= 8 ? [password, bare] : [password]) {
    const { score, feedback } = estimator.check(text.slice(0, maxJudged), words);
    if (score < 3) return weaknessOf(feedback.warning ?? feedback.suggestions[0] ?? "");
  }
  return null;
}

const weaknessOf = (reason: string): Weakness =>
  reason in weaknesses ? weaknesses[reason as keyof typeof weaknesses] : "other";
