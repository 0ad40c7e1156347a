import fc from "fast-check";
import { type Field, formDefinition } from "@/lib/catalog/fields";
import { inGroups, isForAgents } from "@/lib/catalog/for-agents";

/** Texts that a file could take for something else. */
export const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: "binary" }).filter(text => !/[\0\p{Surrogate}]/u.test(text)),
  fc.constantFrom(
    "yes",
    "12",
    "~",
    "null",
    "- a",
    "a: b",
    "# c",
    "&x *y",
    "'",
    '"',
    "a, b",
    "{a}",
    "é​",
    "true",
  ),
);
const line = words.map(text => text.replace(/\s+/g, " ").trim() || "line");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const values = fc.uniqueArray(line, { minLength: 1, maxLength: 4 });

const kinds: fc.Arbitrary<object>[] = [
  fc.record({
    kind: fc.constantFrom("text", "long_text"),
    minLength: maybe(fc.integer({ min: 1, max: 9 })),
    maxLength: maybe(fc.integer({ min: 9, max: 20_000 })),
    pattern: maybe(fc.constantFrom("[A-Z]{2}-\\d+", "a|b", "# no comment", "\\p{L}+")),
    patternMessage: maybe(line),
  }),
  fc.record({
    kind: fc.constant("number"),
    min: maybe(fc.integer()),
    max: maybe(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(number => number || 0),
    ),
    whole: maybe(fc.boolean()),
  }),
  fc.record({ kind: fc.constantFrom("date", "date_time"), min: maybe(fc.constant("2026-12-01")) }),
  fc.record({
    kind: fc.constantFrom("email", "url", "phone"),
    maxLength: maybe(fc.integer({ min: 1, max: 99 })),
  }),
  fc.record({
    kind: fc.constantFrom("single_choice", "multiple_choice"),
    options: values.map(list => list.map(value => ({ value, label: `${value} ${value}` }))),
  }),
  fc.record({ kind: fc.constant("checkbox") }),
  fc.record({ kind: fc.constant("file"), max: maybe(fc.integer({ min: 1, max: 3 })) }),
];
const question = fc.tuple(
  fc.record({ label: line, help: maybe(line), placeholder: maybe(line), required: maybe(fc.boolean()) }),
  fc.oneof(...kinds),
  fc.boolean(),
  fc.boolean(),
);

const isPlain = (value: unknown) => value !== undefined;
/** Forms with questions of every kind, sections, and questions for agents. */
export const forms = fc.array(question, { maxLength: 6 }).map(questions => {
  const fields: Field[] = [];
  for (const [common, kind, depends, isHidden] of questions) {
    const said = Object.entries({ ...common, ...kind }).filter(([, value]) => isPlain(value));
    const agentsOnly = isHidden && !("kind" in kind && kind.kind === "file");
    const above = fields.find(
      one => ("options" in one || one.kind === "checkbox") && (agentsOnly || !isForAgents(one)),
    );
    const is = above && "options" in above ? [above.options[0]?.value ?? ""] : ["yes"];
    if (fc.hash(common.label) % 5 === 0)
      fields.push({ key: `section_${fields.length}`, kind: "section", label: common.label });
    const showWhen = above && depends ? { showWhen: { field: above.key, is } } : {};
    fields.push({ key: `question_${fields.length}`, ...Object.fromEntries(said), ...showWhen } as Field);
    if (agentsOnly) Object.assign(fields.at(-1) ?? {}, { agentsOnly });
  }
  return formDefinition.parse(inGroups(fields, field => field)) as Field[];
});
