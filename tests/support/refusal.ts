import { expect } from "vitest";
import { type Told, tellRefusal } from "@/lib/messages/refusals";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import type { RefusalKind } from "@/lib/refusal-rules";

type Seen = Told & {
  code: RefusalCode;
  seconds: number | undefined;
  corrections: Record<string, number | bigint>;
};

/** Asserts that `answer` is refused with this kind and text; returns the refusal. */
export async function expectRefusal(
  outcome: Promise<unknown>,
  kind: RefusalKind,
  sentence?: string | RegExp,
): Promise<Seen> {
  const refusal = await outcome.then(
    () => new Error(`Not refused, though it should have been (${kind}).`),
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw refusal;
  expect(refusal.kind).toBe(kind);
  const told = tellRefusal(refusal);
  if (sentence instanceof RegExp) expect(told.message).toMatch(sentence);
  else if (sentence !== undefined) expect(told.message).toBe(sentence);
  return {
    ...told,
    code: refusal.code,
    seconds: refusal.seconds,
    corrections: (refusal.place.corrections ?? {}) as Seen["corrections"],
  };
}
