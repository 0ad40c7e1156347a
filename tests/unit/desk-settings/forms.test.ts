import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { settingsForm } from "@/lib/entry/setting-forms";

function read(sent: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(sent)) data.append(name, value);
  const schema = settingsForm([
    "deskName",
    "accent",
    "timeZone",
    "referencePrefix",
    "reopenDays",
    "agentsSee",
  ]);
  return parseWithZod(data, { schema });
}

describe("the form of settings", () => {
  it("gives values of the desk, with what was seen, and leaves out what the form did not show", () => {
    const sent = {
      deskName: "  Harbour   help ",
      "was.deskName": '"Lodge"',
      accent: "8A1538",
      "was.accent": '"#0f6b5c"',
      referencePrefix: "abc",
      "was.referencePrefix": '"LDG"',
      reopenDays: "14",
      "was.reopenDays": "30",
      timeZone: "Europe/Kiev",
    };
    const submission = read(sent);
    expect(submission.status === "success" && submission.value).toEqual({
      values: { deskName: "Harbour help", accent: "#8a1538", referencePrefix: "ABC", reopenDays: 14 },
      seen: { deskName: "Lodge", accent: "#0f6b5c", referencePrefix: "LDG", reopenDays: 30 },
    });
  });

  it("gives lists of what is typed in any way, and yes or no of boxes, which send nothing while they are empty", () => {
    const data = new FormData();
    const sent = {
      signUpDomains: "Acme.test, @beta.test\nacme.test",
      "was.signUpDomains": "[]",
      "was.signUpInvited": "true",
    };
    for (const [name, value] of Object.entries(sent)) data.append(name, value);
    const form = settingsForm(["signUpDomains", "signUpInvited"]);
    const submission = parseWithZod(data, { schema: form });
    expect(submission.status === "success" && submission.value).toEqual({
      values: { signUpDomains: ["acme.test", "beta.test"], signUpInvited: false },
      seen: { signUpDomains: [], signUpInvited: true },
    });
    data.set("signUpDomains", "acme.test, not a domain!");
    expect(parseWithZod(data, { schema: form }).reply().error).toEqual({
      signUpDomains: ["settings.sign_up_domains.misfit"],
    });
  });

  it.each([
    ["deskName", "", "settings.desk_name.missing"],
    ["deskName", "x".repeat(61), "settings.desk_name.too_long"],
    ["deskName", "Desk <script>", "settings.desk_name.unprintable"],
    ["accent", "green", "settings.accent.misfit"],
    ["timeZone", "Mars/Olympus", "accounts.time_zone.missing"],
    ["referencePrefix", "A", "settings.reference_prefix.misfit"],
    ["referencePrefix", "A-B", "settings.reference_prefix.misfit"],
    ["reopenDays", "", "settings.number"],
    ["reopenDays", "0", "settings.number"],
    ["reopenDays", "3651", "settings.number"],
    ["reopenDays", "1.5", "settings.number"],
    ["reopenDays", "1e2", "settings.number"],
    ["agentsSee", "nothing", "validation.misfit"],
    ["agentsSee", "", "validation.misfit"],
  ])("refuses %s “%s” at its field", (name, value, code) => {
    const submission = read({ [name]: value, [`was.${name}`]: '"before"' });
    expect(submission.reply().error).toEqual({ [name]: [code] });
  });
});
