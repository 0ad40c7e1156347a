import { translations } from "@zxcvbn-ts/language-en";
import { describe, expect, it } from "vitest";
import { emailInput } from "@/lib/accounts/address";
import { nameInput } from "@/lib/accounts/input";
import { passwordProblem } from "@/lib/accounts/password-check";
import { guessability, loadEstimator, weaknesses } from "@/lib/accounts/password-rules";
import { tellRefusal } from "@/lib/messages/refusals";
import { refuse } from "@/lib/refusal";

async function refusalOf(password: string): Promise<string | undefined> {
  const problem = await passwordProblem(password, ["Vera Lindqvist", "vera@acme.test", "Lodge"]);
  const refusal = refuse("password.weak", {}, { fields: { password: problem ? [problem] : [] } });
  return tellRefusal(refusal).fields.password?.[0];
}

describe("a password", () => {
  it.each([
    ["Short-1", /12 characters or more/],
    ["all lower case, with symbols", /upper and lower case/],
    ["NoSymbolsAtAll27", /a symbol/],
    ["Password-1234", /easy to guess/],
    ["Abcdefgh-1234", /easy to guess/],
    ["Aaaaaaaaaaa-a", /easy to guess/],
    ["Vera.Lindqvist!", /easy to guess/],
    [`A-${"b".repeat(250)}`, /under 200/],
  ])("is refused with the reason: %s", async (password, reason) => {
    expect(await refusalOf(password)).toMatch(reason);
  });

  it.each(["Krankenschwester!", "Geburtstag-Kuchen", "Abdul-Rahman.Hussein"])(
    "is refused if it is made of words and names of the desk's other languages: %s",
    async password => {
      expect(guessability(await loadEstimator(), password, [])).toBeNull();
      expect(await refusalOf(password)).toMatch(/easy to guess|Add more words/);
    },
  );

  it("is told all that it lacks in one sentence", async () => {
    expect(await refusalOf("short")).toBe(
      "The password needs 12 characters or more, upper and lower case letters, and a symbol such as ! ? # or a space.",
    );
  });

  it("has words for each reason that zxcvbn gives, except for leaks, which it would ask a server about", () => {
    const unknown = Object.keys(translations.warnings).filter(name => !(name in weaknesses));
    expect(unknown).toEqual(["pwned"]);
  });

  it.each(["Harbour-lamp 27 quietly!", "Ünter dem Nussbaum, 1987", "xK7!pQ2#mVz9w"])(
    "is taken: %s",
    async password => {
      expect(await passwordProblem(password, ["Vera Lindqvist", "vera@acme.test", "Lodge"])).toBeNull();
    },
  );
});

describe("an email address", () => {
  it("is kept in one form, however it is typed", () => {
    expect(emailInput.parse("  Ada@ACME.Test ")).toBe("ada@acme.test");
    // A full-width @ is the same sign to a person, so it must be the same to the desk.
    expect(emailInput.parse("ada＠acme.test")).toBe("ada@acme.test");
  });

  it.each([
    ["jörg@example.org", "jörg@example.org"],
    ["info@Müller.example", "info@xn--mller-kva.example"],
    ["info@xn--mller-kva.example", "info@xn--mller-kva.example"],
    ["用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v"],
    ["mailto:bob+x@example.org", "bob+x@example.org"],
  ])("may be in any script: %s", (typed, kept) => expect(emailInput.parse(typed)).toBe(kept));

  it.each([
    "ada",
    "ada@",
    "a..b@acme.test",
    ".a@acme.test",
    "a@acme",
    "a@-acme.test",
    "a@127.0.0.1",
    `${"a".repeat(65)}@acme.test`,
    "a@b@c.test",
    '"a b"@acme.test',
    "ada@acme.test,eve@evil.test",
    "ada@acme.test\r\nBcc: x@y.z",
    "<ada@acme.test>",
  ])("is refused: %j", text => expect(emailInput.safeParse(text).success).toBe(false));
});

describe("a name", () => {
  it("may be any name people have", () => {
    for (const name of [
      "Željko Ağa",
      "O’Brien-Smith",
      "李小龍",
      "Ada",
      "علی\u200cرضا",
      "क्\u200dष",
      "Ada 👩\u200d🚀",
    ])
      expect(nameInput.parse(`  ${name} `)).toBe(name);
  });

  it.each([
    "",
    "   ",
    "<b>Ada</b>",
    "see https://evil.test",
    "www.evil.test",
    "Ada\u0007",
    "Ada\u202eadA",
    "\u2067Ada",
    "A\u200bda",
    "\u200dAda",
    "A\u00adda",
    "\u3164",
    "x".repeat(81),
  ])("carries nothing that would be an attack in a mail: %j", text =>
    expect(nameInput.safeParse(text).success).toBe(false),
  );
});
