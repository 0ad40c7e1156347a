import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FormFields } from "@/components/catalog/form-fields";
import { tellFields } from "@/components/catalog/tell-fields";
import type { Answers, Field } from "@/lib/catalog/fields";
import { translatorOf } from "@/lib/messages/translate";

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Choice ${index}` }));
const fields: Field[] = [
  { key: "few", kind: "single_choice", label: "Few", options: options(2), required: true },
  { key: "many", kind: "single_choice", label: "Many", options: options(7) },
  { key: "some", kind: "multiple_choice", label: "Some", options: options(2) },
  { key: "agreed", kind: "checkbox", label: "Agreed" },
  {
    key: "code",
    kind: "text",
    label: "Code",
    help: "It is on the box.",
    maxLength: 12,
    pattern: "[A-Z]+",
    patternMessage: "In capitals.",
    showWhen: { field: "agreed", is: ["yes"] },
    requireWhen: { field: "few", is: ["v0"] },
  },
  { key: "people", kind: "number", label: "People", whole: true, min: 1, max: 9 },
  { key: "since", kind: "date", label: "Since", min: "2026-01-01" },
  { key: "files", kind: "file", label: "Files", max: 3 },
];

const tell = (values?: Answers) =>
  tellFields(
    { formId: "raise", fields, values, unsent: {}, fileRules: { most: 10, megabytes: 5 } },
    translatorOf("en"),
  );
// A field for files needs a router; a browser test draws it.
const draw = (values?: Answers) =>
  renderToStaticMarkup(
    <FormFields
      fields={tell(values).filter(({ input }) => !("files" in input))}
      stylesHref="/conditions.css"
    />,
  );

it("a page carries of a question what is shown of it, and none of its rules", () => {
  const told = tell();
  expect(told[4]).toEqual({
    name: "answers.code",
    label: "Code",
    need: "depends",
    help: "It is on the box. At most 12 characters.",
    box: "raise-box-code",
    input: { text: { maxLength: 12 } },
  });
  expect(told.map(({ input }) => Object.keys(input).join())).toEqual([
    ...["options", "select", "options", "checkbox", "text", "text", "text", "files"],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/pattern|When|kind|null/);
});

it("each kind of question has its input", () => {
  const html = draw();
  expect(html).toContain('<link rel="stylesheet" href="/conditions.css"');
  expect(html.match(/<input [^>]*type="radio"/g)).toHaveLength(2);
  expect(html.match(/<option /g)).toHaveLength(8);
  expect(html.match(/<input [^>]*type="checkbox"/g)).toHaveLength(3);
  expect(html).toMatch(/<div id="raise-box-code"><div class="field">/);
  expect(html).toMatch(/<input [^>]*inputMode="numeric"/);
  expect(html).toContain("From 1 to 9.");
  expect(html).toMatch(/<input [^>]*min="2026-01-01" type="date"/);
});

it("what was answered before stands in its input", () => {
  const html = draw({ few: "v1", some: ["v0"], agreed: "yes", people: "4", since: "2026-02-03" });
  expect(html.match(/ checked=""/g)).toHaveLength(3);
  expect(html).toMatch(/<input [^>]*value="4"/);
  expect(html).toMatch(/<input [^>]*value="2026-02-03"/);
});
