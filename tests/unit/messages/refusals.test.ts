import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/generated/messages";
import { tellRefusal } from "@/lib/messages/refusals";
import { message, Refusal, type RefusalCode, refuse } from "@/lib/refusal";
import { refusals } from "@/lib/refusals";

type Node = { type: number; value: string; options?: Record<string, { value: Node[] }> };

const codes = Object.keys(refusals) as RefusalCode[];

/** The names that an ICU message mentions; type 0 is plain text, 7 the # of a plural. */
function namesIn(nodes: Node[]): string[] {
  return nodes.flatMap(({ type, value, options = {} }) => [
    ...(type === 0 || type === 7 ? [] : [value]),
    ...Object.values(options).flatMap(option => namesIn(option.value)),
  ]);
}

describe("what is said of a refusal", () => {
  it.each(codes)("mentions only what the refusal brings along: %s", code => {
    const params: readonly string[] = refusals[code].params;
    const said: Record<string, string> = { seconds: "wait", bytes: "size" };
    const known = params.flatMap(name => [name, said[name] ?? name]);
    const texts: Record<string, string> = messages.en;
    for (const part of [texts[`refusals.${code}`], texts[`refusals.${code}.field`]]) {
      const names = namesIn(new IntlMessageFormat(part ?? "", "en").getAst() as Node[]);
      expect(known).toEqual(expect.arrayContaining(names));
    }
  });

  it.each(codes)("is a text with nothing left open: %s", code => {
    const params = Object.fromEntries(
      refusals[code].params.map(name => [name, ["seconds", "bytes"].includes(name) ? 90 : name]),
    );
    const { message, fields } = tellRefusal(new Refusal(code, { ...params, left: 2 }, { field: "body" }));
    for (const said of [message, ...(fields.body ?? [])]) expect(said).toMatch(/^[^{}]*\S[^{}]*$/);
  });

  it("is shown next to the input it is about, and in other words above the form where there are such", () => {
    expect(tellRefusal(refuse("message.missing", {}, { field: "body" }))).toEqual({
      message: "Please write something first.",
      fields: { body: ["Write your message, or attach a file."] },
    });
  });

  it("is one text for each input, however much is wrong with it", () => {
    const shareWith = [
      message("sharing.requester", { email: "a@b.test" }),
      message("sharing.full", { max: 20 }),
    ];
    expect(tellRefusal(refuse("sharing.nobody_invited", {}, { fields: { shareWith } })).fields).toEqual({
      shareWith: [
        "a@b.test raised this request. A request can have at most 20 people, including those invited.",
      ],
    });
  });

  it("repeats what people typed character for character", () => {
    const present = "<b>{count} '{x}' # “5 > 3” & 'so'";
    const { fields } = tellRefusal(refuse("edit.conflict", { present }, { field: "body" }));
    expect(fields.body).toEqual([`It now says: “${present}”`]);
  });

  it.each([
    [0, "Ask for a new one."],
    [1, "You have 1 more try."],
    [3, "You have 3 more tries."],
  ])("counts in the words of the language: %d", (left, end) => {
    const { fields } = tellRefusal(refuse("code.wrong", { left }, { field: "code" }));
    expect(fields.code?.[0]).toBe(`That is not the code we mailed. ${end}`);
  });
});
