import { describe, expect, it } from "vitest";
import { readReason, writeReason } from "@/lib/mail/reason";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const saidOf = (stored: string) => say(translatorOf("en"), readReason(stored));

describe("the reason why a mail is not sent", () => {
  it("is stored as a code and said in words", () => {
    const stored = writeReason("mail.reason.over.to_address", { most: 2 });
    expect(stored).toBe('mail.reason.over.to_address {"most":2}');
    expect(saidOf(stored)).toBe("More than 2 emails from one person to this address within an hour.");
    expect(saidOf(writeReason("mail.reason.muted"))).toBe("The recipient has muted the request since.");
  });

  it("repeats character for character what it names", () => {
    const cause = "✖ {x}\n'y' # <b>";
    expect(saidOf(writeReason("mail.reason.unrendered", { cause }))).toBe(
      `It could not be rendered: ${cause}`,
    );
  });

  it.each([
    ["a mail server", "550 5.1.1 <{nobody}@people.test>: No such mailbox, 'really'"],
    ["an earlier release", "The recipient has muted the request since."],
    ["another release, with a code of its own", "mail.reason.unheard_of"],
    ["another release, with other parameters", 'mail.reason.over.to_address {"count":2}'],
    ["a mail server that imitates us", 'mail.reason.muted {"__proto__'],
    ["nobody", ""],
  ])("is said as it is where it comes from %s", (_, stored) => expect(saidOf(stored)).toBe(stored));
});
