import { parseWithZod } from "@conform-to/zod/v4";
import { expect, it } from "vitest";
import { saveFormForm } from "@/lib/entry/form-builder-forms";

function read(fields: string) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ slug: "repair", version: "0", fields })) data.set(name, value);
  return parseWithZod(data, { schema: saveFormForm });
}

it("a draft is read as it was sent, with what is still empty in it", () => {
  const fields = [
    { key: "question", kind: "text", label: "" },
    { key: "bike", kind: "single_choice", label: "", options: [{ value: "choice", label: "" }] },
    { key: "why", kind: "number", label: "1", min: 0, showWhen: { field: "bike", is: [] } },
  ];
  const submission = read(JSON.stringify(fields));
  expect(submission.status === "success" && submission.value).toEqual({ slug: "repair", version: 0, fields });
});

it.each(["", "{", "null", '"text"', "[{}]", '[{"key":"a","kind":"skull","label":""}]'])(
  "a draft that no page sends is refused at its field: %s",
  fields => {
    const submission = read(fields);
    expect(submission.status).toBe("error");
    expect(submission.reply().error).toHaveProperty("fields");
  },
);
