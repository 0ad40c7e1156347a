import { describe, expect, it } from "vitest";
import { isOurCall } from "@/lib/gate/call";
import { aForm } from "../../support/wire";

const calls = (fields: [string, string][], isByScript: boolean) => {
  const { body, headers } = aForm(fields);
  return isOurCall(body, headers["content-type"] ?? "", isByScript);
};

describe("a call that a page's script makes", () => {
  it.each([
    '["$K1"]',
    '[null,"$K1"]',
    '["$undefined","$K1"]',
    '[{"status":"error","error":{"":["No."],"body":["Too long."]},"initialValue":{"body":"$$5 a day","files":["a","b"]}},"$K2"]',
    '[{"error":{"a":["x"],"b":"$0:0:error:a"}},"$K1"]',
  ])("is let through: %s", async list =>
    expect(
      await calls(
        [
          ["0", list],
          ["1_body", "x"],
        ],
        true,
      ),
    ).toBe(true),
  );

  it.each([
    "{",
    "[]",
    "null",
    '"$K1"',
    "[null,null]",
    '["x",{}]',
    '[null,null,"$K1"]',
    '["$F1","$K1"]',
    '["$Q1","$K1"]',
    '["$B1","$K1"]',
    '["$@1","$K1"]',
    '[{"a":["$h1"]},"$K1"]',
    '[{"a":"$0:0:b"},"$K1"]',
    '[{"a":"$0:0:__proto__"},"$K1"]',
    '[{"a":"$1:0"},"$K1"]',
    '[null,"$K"]',
    `[${"[".repeat(5_000)}${"]".repeat(5_000)},"$K1"]`,
    `[{"a":[],"b":[${Array.from({ length: 501 }, () => '"$0:0:a"')}]},"$K1"]`,
  ])("is refused when no page of ours makes it: %.40s", async list =>
    expect(await calls([["0", list]], true)).toBe(false),
  );

  it("is refused without arguments", async () => expect(await calls([["1_body", "x"]], true)).toBe(false));
});

describe("a call that a form without script makes", () => {
  const ref = ["$ACTION_REF_1", ""] as [string, string];
  it.each<[string, string]>([
    ['{"id":"a1","bound":"$@1"}', "[null]"],
    ['{"id":"a1","bound":"$@1"}', '[{"status":"error","error":{"":["No."]}}]'],
    ['{"id":"a1","bound":null}', "[]"],
  ])("is let through: %s %s", async (call, list) =>
    expect(await calls([ref, ["$ACTION_1:0", call], ["$ACTION_1:1", list], ["body", "$F1"]], false)).toBe(
      true,
    ),
  );

  it.each<[string, string]>([
    ["{", "[null]"],
    ["null", "[null]"],
    ['{"id":"a1"}', "[null]"],
    ['{"id":"a1","bound":"$@9"}', "[null]"],
    ['{"id":"a1","bound":["x",{}]}', "[null]"],
    ['{"id":"a1","bound":"$@1"}', "{"],
    ['{"id":"a1","bound":"$@1"}', '"$K9"'],
    ['{"id":"a1","bound":"$@1"}', '["$F1"]'],
  ])("is refused when no page of ours makes it: %s %s", async (call, list) =>
    expect(await calls([ref, ["$ACTION_1:0", call], ["$ACTION_1:1", list]], false)).toBe(false),
  );

  it("is let through when it calls nothing", async () =>
    expect(await calls([["body", "x"]], false)).toBe(true));
});
