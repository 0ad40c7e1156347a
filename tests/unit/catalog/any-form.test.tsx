import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FormFields } from "@/components/catalog/form-fields";
import { tellFields } from "@/components/catalog/tell-fields";
import { answersSchema } from "@/lib/catalog/answers";
import { offeredOptions } from "@/lib/catalog/choices";
import { partsOf } from "@/lib/catalog/condition";
import { boxId, conditionStyles } from "@/lib/catalog/conditions";
import { describeAnswers } from "@/lib/catalog/describe";
import { type Answers, type Field, formDefinition, isShown } from "@/lib/catalog/fields";
import { apart, forAgents, forCustomers, withoutNeed } from "@/lib/catalog/for-agents";
import { compareForms } from "@/lib/catalog/form-differences";
import { draftFields } from "@/lib/catalog/form-input";
import { problemsOf } from "@/lib/catalog/form-problems";
import { unfitness } from "@/lib/catalog/form-unfitness";
import { isAsked, questionsUnder } from "@/lib/catalog/sections";
import { listOf, withLists, withoutLists } from "@/lib/catalog/shared-lists";
import { inputId } from "@/lib/form/input-id";
import { translatorOf } from "@/lib/messages/translate";
import { anyForm, anyLists } from "../../support/any-form";
import { hiddenBoxes } from "../../support/condition-css";

const published: Field[] = [
  { key: "details", kind: "long_text", label: "What happened?", required: true },
  {
    key: "impact",
    kind: "single_choice",
    label: "How bad is it?",
    options: [
      { value: "all", label: "Nobody can work" },
      { value: "one", label: "One person cannot" },
    ],
  },
];
const t = translatorOf("en");
const used = Object.fromEntries(published.map(({ key, kind }) => [key, { kind, agentsOnly: false }]));

/** As the builder makes them, mended where somebody would have to say more. */
function fit(fields: Field[]): Field[] {
  const said = fields.map((field, index) => ({
    ...field,
    label: field.label.trim() || `Question ${index}`,
    ...("options" in field && listOf(field) === undefined && { options: saying(field.options) }),
  })) as Field[];
  const filled = said.filter(field => isAsked(field) || questionsUnder(said, field).length > 0);
  const wrong = problemsOf(filled, anyLists).filter(({ at }) => at === "showWhen" || at === "requireWhen");
  return filled.map(field => {
    const places = wrong.filter(({ key }) => key === field.key).map(({ at }) => at);
    return Object.fromEntries(
      Object.entries(field).filter(([name]) => !(places as string[]).includes(name)),
    ) as Field;
  });
}

const saying = (options: { value: string; label: string; retired?: boolean }[]) => [
  ...options.map((option, index) => ({ ...option, label: `${option.label.trim()} ${index}` })),
  { value: "one_more", label: "One more" },
];

/** What somebody ticks and types, also in questions that are hidden. */
const answered = (fields: Field[], luck: number[]) =>
  fields.map((field, index) => {
    const number = luck[index % luck.length] ?? 0;
    if (field.kind === "checkbox") return number % 2 === 0 ? undefined : "yes";
    if (field.kind === "file" || field.kind === "section") return undefined;
    if (!("options" in field)) return "7";
    const chosen = offeredOptions(field)[number % (offeredOptions(field).length + 1)]?.value;
    return field.kind === "multiple_choice" && chosen !== undefined ? [chosen] : chosen;
  });

const forms = anyForm(published).map(fit);
const luck = fc.array(fc.nat(30), { minLength: 1, maxLength: 12 });

describe("any form that the builder can make", () => {
  it("is taken as a draft and comes back as it was", () => {
    fc.assert(
      fc.property(anyForm(published), fields => {
        expect(draftFields.parse(JSON.parse(JSON.stringify(fields)))).toEqual(
          JSON.parse(JSON.stringify(withoutLists(fields))),
        );
        expect(withLists(draftFields.parse(JSON.parse(JSON.stringify(fields))), anyLists)).toEqual(
          JSON.parse(JSON.stringify(fields)),
        );
      }),
    );
  });

  it("is one that can be published once nothing is said against it, and draws its questions", () => {
    fc.assert(
      fc.property(forms, fields => {
        expect(unfitness(withoutLists(fields), used, anyLists)).toEqual([]);
        expect(formDefinition.parse(fields)).toEqual(fields);
        const drawn = fields.filter(({ kind }) => kind !== "file");
        const questions = drawn.filter(isAsked);
        const told = tellFields(
          { formId: "raise", fields: drawn, unsent: {}, fileRules: { most: 10, megabytes: 5 } },
          t,
        );
        const html = renderToStaticMarkup(<FormFields fields={told} stylesHref="/conditions.css" />);
        expect(html.match(/class="field[" ]/g) ?? []).toHaveLength(questions.length);
        const ofAgents = forAgents(drawn).length > 0 ? 1 : 0;
        expect(html.match(/<h2>/g) ?? []).toHaveLength(drawn.length - questions.length + ofAgents);
      }),
    );
  });

  it("asks customers nothing that is for agents, and nothing that depends on it", () => {
    fc.assert(
      fc.property(forms, luck, (fields, numbers) => {
        const own = forCustomers(fields);
        const hidden = forAgents(fields).map(({ key }) => key);
        expect(fields).toEqual([...own, ...forAgents(fields)]);
        expect(formDefinition.parse(own)).toEqual(own);
        const rules = own.flatMap(({ showWhen, requireWhen }) => [showWhen, requireWhen]);
        const asked = rules.flatMap(rule => (rule ? partsOf(rule) : [])).map(({ field }) => field);
        for (const key of hidden) {
          expect(asked).not.toContain(key);
          expect(conditionStyles("raise", own)).not.toContain(boxId("raise", key));
          expect(answersSchema(own).safeParse({ [key]: "7" }).error?.issues[0]?.code).toBe(
            "unrecognized_keys",
          );
        }
        const given = answered(fields, numbers);
        const answers = Object.fromEntries(
          fields.flatMap(({ key }, index) => (given[index] === undefined ? [] : [[key, given[index]]])),
        );
        const stored = apart(fields, answers as Answers);
        expect(Object.keys(stored.answers)).toEqual(
          Object.keys(answers).filter(key => !hidden.includes(key)),
        );
        expect({ ...stored.answers, ...stored.agentAnswers }).toEqual(answers);
      }),
    );
  });

  it("lets no agent be kept from raising by what only agents are asked", () => {
    fc.assert(
      fc.property(forms, fields => {
        const { error } = answersSchema(withoutNeed(fields)).safeParse({});
        const hidden = forAgents(fields).map(({ key }) => key);
        for (const { path } of error?.issues ?? []) expect(hidden).not.toContain(path[0]);
      }),
    );
  });

  it.each([
    ["what customers are asked", forCustomers],
    ["all of it", (fields: Field[]) => fields],
  ])("shows in the browser what the server asks for, and nothing else: %s", (_, part) => {
    fc.assert(
      fc.property(forms, luck, (form, numbers) => {
        const fields = part(form);
        const given = answered(fields, numbers);
        const hidden = hiddenBoxes(conditionStyles("raise", fields), checkedIn(fields, given));
        const answers: Record<string, unknown> = {};
        const asked = fields.filter((field, index) => {
          if (!isAsked(field) || !isShown(field, answers)) return false;
          if (given[index] !== undefined) answers[field.key] = given[index];
          return true;
        });
        const [shown, headings] = [isAsked, (field: Field) => !isAsked(field)].map(those =>
          fields.filter(field => those(field) && !hidden.has(boxId("raise", field.key))),
        );
        const over = fields.filter(
          field => !isAsked(field) && questionsUnder(fields, field).some(one => asked.includes(one)),
        );
        expect(headings).toEqual(over);
        expect(shown?.map(({ key }) => key)).toEqual(asked.map(({ key }) => key));
        const posted = fields.flatMap(({ key }, index) =>
          given[index] === undefined ? [] : [[key, given[index]]],
        );
        const { error } = answersSchema(fields).safeParse(Object.fromEntries(posted));
        const refused = error?.issues.map(({ path }) => String(path[0])) ?? [];
        expect(asked.map(({ key }) => key)).toEqual(expect.arrayContaining(refused));
      }),
    );
  });

  it("shows its answers under its own words", () => {
    fc.assert(
      fc.property(forms, luck, (fields, numbers) => {
        const typed = fields.filter(
          field => "options" in field || field.kind === "checkbox" || field.kind === "long_text",
        );
        const given = answered(typed, numbers);
        const answers = Object.fromEntries(
          typed.flatMap(({ key }, index) => (given[index] === undefined ? [] : [[key, given[index]]])),
        );
        const lines = describeAnswers(fields, answers as never);
        for (const { label, section } of lines) {
          const under = fields.filter(one => !isAsked(one) && one.label === section);
          const inIt = under.flatMap(one => questionsUnder(fields, one));
          if (section !== undefined) expect(inIt.map(one => one.label)).toContain(label);
        }
        expect(lines.map(({ label }) => label)).toEqual(
          typed.filter(({ key }) => key in answers).map(({ label }) => label),
        );
        expect(JSON.stringify(lines)).not.toContain("one_more");
      }),
    );
  });

  it("differs from what was published by what the comparison lists", () => {
    fc.assert(
      fc.property(forms, fields => {
        const differences = compareForms(published, fields);
        const is = (change: string) =>
          differences.filter(one => one.change === change).map(({ key, kind }) => `${key} ${kind}`);
        const [before, after] = [published, fields].map(all => all.map(({ key, kind }) => `${key} ${kind}`));
        expect(is("added").sort()).toEqual(after?.filter(one => !before?.includes(one)).sort());
        expect(is("removed").sort()).toEqual(before?.filter(one => !after?.includes(one)).sort());
        expect(compareForms(fields, fields)).toEqual([]);
      }),
    );
  });
});

function checkedIn(fields: Field[], given: ReturnType<typeof answered>): Set<string> {
  return new Set(
    fields.flatMap((field, index) => {
      const id = inputId("raise", `answers.${field.key}`);
      const answer = given[index];
      if (field.kind === "checkbox") return answer === "yes" ? [id] : [];
      if (!("options" in field)) return [];
      if (listOf(field)) return [answer].flat().map(value => `${id} ${value}`);
      return offeredOptions(field).flatMap(({ value }, place) =>
        [answer].flat().includes(value) ? [`${id}-${place}`] : [],
      );
    }),
  );
}
