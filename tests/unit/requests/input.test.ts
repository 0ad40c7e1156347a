import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { noteInput } from "@/lib/desk/input";
import { requestViewInput } from "@/lib/entry/request-forms";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentInput, editInput, moveInput, summaryInput } from "@/lib/requests/input";

const t = translatorOf("en");
const reference = "LDG-1042";

const wrong: [z.ZodType, unknown, string][] = [
  [summaryInput, undefined, "Write a short summary."],
  [summaryInput, "Hi", "Write a summary of at least 3 characters."],
  [commentInput, { reference }, "Write your comment, or attach a file."],
  [
    commentInput,
    { reference, body: "Hi", afterResolved: "perhaps" },
    "Choose whether the request is re-opened.",
  ],
  [noteInput, { reference }, "Write your note, or attach a file."],
  [moveInput, { reference, version: 1, move: "burn" }, "Choose what to do."],
  [moveInput, { reference, version: 1, move: "resolve", resolution: "by_customer" }, "Choose a resolution."],
  [
    editInput,
    { reference, commentId: "019a0000-0000-7000-8000-000000000000", seen: 0 },
    "Write your comment.",
  ],
  [requestViewInput, "operator", "This form does not fit the page it came from. Please reload the page."],
];

describe("what is wrong with a form of a request", () => {
  it.each(wrong)("is said in the words of the catalogue: %#", (schema, input, said) => {
    const issues = schema.safeParse(input).error?.issues ?? [];
    expect(issues.map(issue => sayIssue(t, issue))).toEqual([said]);
    for (const { message } of issues) expect(t.has(message)).toBe(true);
  });
});
