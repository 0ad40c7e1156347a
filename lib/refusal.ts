import { waitInWords } from "./limits";

/** What a person can be told. Everything else that goes wrong is thrown as it is and shown as one generic sentence. */
export type RefusalCode = "not_found" | "forbidden" | "conflict" | "invalid" | "too_many";

/**
 * A refusal that was foreseen. Its message is written for the person who meets it;
 * `fields` places sentences next to the inputs they are about, `corrections` replaces what the form sends next time.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly fields: Record<string, string[]> = {},
    readonly corrections: Record<string, string> = {},
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** More than a limit allows. `seconds` is the wait, which routes say in Retry-After and forms say in words. */
export class TooMany extends Refusal {
  constructor(
    readonly seconds: number,
    message = `That is more than the desk takes at once. Please wait ${waitInWords(seconds)} and try again.`,
    fields: Record<string, string[]> = {},
  ) {
    super("too_many", message, fields);
  }
}

/** When more people are logging in or signing up than can be served one after the other. */
export const busyWithPasswords = () =>
  new TooMany(
    5,
    "Many people are logging in or signing up at this moment. Please try again in a few seconds.",
  );

/** The same answer for what is missing and for what is not yours to see. */
export const notFound = () =>
  new Refusal("not_found", "We could not find that. It may have been removed, or the link is incomplete.");
