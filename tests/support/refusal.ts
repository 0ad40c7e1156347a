import { expect } from "vitest";
import { Refusal, type RefusalCode } from "@/lib/refusal";

/** Asserts that something is refused, for this reason and in these words; returns the refusal for a closer look. */
export async function expectRefusal(
  outcome: Promise<unknown>,
  code: RefusalCode,
  sentence?: string | RegExp,
): Promise<Refusal> {
  const refusal = await outcome.then(
    () => new Error(`Not refused, though it should have been (${code}).`),
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw refusal;
  expect(refusal.code).toBe(code);
  if (sentence instanceof RegExp) expect(refusal.message).toMatch(sentence);
  else if (sentence !== undefined) expect(refusal.message).toBe(sentence);
  return refusal;
}
