import { expect, test } from "vitest";
import { makeVocabulary } from "@/bench/desk/vocabulary";

test("the vocabulary has as many words as are asked for, and not the one that a measured search must miss", () => {
  const words = makeVocabulary(6_000);
  expect(new Set(words).size).toBe(6_000);
  expect(words.filter(word => ["shelf", "empty", "periscope"].includes(word))).toEqual([]);
  expect(words.every(word => /^[a-z]+$/.test(word))).toBe(true);
});
