import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormContext, noneMended } from "@/components/form/form-context";
import { answersSchema } from "@/lib/catalog/answers";
import type { Field } from "@/lib/catalog/fields";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const options = ["a", "b"].map(value => ({ value, label: value }));
const fields: Field[] = [
  { key: "serial", kind: "text", label: "Serial number", pattern: "[0-9]+", patternMessage: "Digits only." },
  { key: "short", kind: "text", label: "Your story", minLength: 9 },
  { key: "long", kind: "text", label: "In one word", maxLength: 3 },
  { key: "people", kind: "number", label: "People", min: 5 },
  { key: "whole", kind: "number", label: "Desks", whole: true },
  { key: "unclear", kind: "number", label: "Price" },
  { key: "day", kind: "date", label: "Since", max: "2026-01-01" },
  { key: "moment", kind: "date_time", label: "Outage" },
  { key: "mail", kind: "email", label: "Reach me" },
  { key: "page", kind: "url", label: "Seen on" },
  { key: "phone", kind: "phone", label: "Call me" },
  { key: "one", kind: "single_choice", label: "Place", options },
  { key: "some", kind: "multiple_choice", label: "Parts", options, max: 1 },
  { key: "tick", kind: "checkbox", label: "Agreed", required: true },
  { key: "files", kind: "file", label: "Pictures", max: 1 },
  { key: "empty", kind: "text", label: "What for", required: true },
];
const bad = {
  ...{ serial: "x", short: "brief", long: "words", people: "2", whole: "1.5", unclear: "1,234" },
  ...{ day: "2026-02-02", moment: "noon", mail: "nobody", page: "nowhere", phone: "?" },
  ...{ one: "c", some: ["a", "b"], files: ["1", "2"] },
};

it.each(["en", "de", "ar"] as const)("the summary names the question of each refusal: %s", language => {
  const t = translatorOf(language);
  const issues = answersSchema(fields).safeParse(bad).error?.issues ?? [];
  const labels = Object.fromEntries(fields.map(({ key, label }) => [`answers.${key}`, label]));
  const error = Object.fromEntries(
    issues.map(issue => [`answers.${String(issue.path[0])}`, [sayIssue(t, issue)]]),
  );
  expect(Object.keys(error)).toHaveLength(fields.length);
  const html = renderToStaticMarkup(
    <FormContext
      value={{
        formId: "raise",
        state: { error },
        isPending: false,
        isOneField: false,
        mended: noneMended,
        uploads: new Set(),
      }}
    >
      <ErrorSummary labels={labels} ref={null} />
    </FormContext>,
  );
  const links = [...html.matchAll(/<a href="#[^"]*-(\w+)">(.*?)<\/a>/g)];
  expect(links).toHaveLength(fields.length);
  for (const [, , text = ""] of links) {
    const named = fields.filter(({ label }) => text.includes(label));
    expect(named, text).toHaveLength(1);
    // Once: a sentence of ours that says it already is not put behind its name.
    expect(text.split(named[0]?.label ?? "")).toHaveLength(2);
  }
});
