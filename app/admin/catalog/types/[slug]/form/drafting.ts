import { type Condition, type Part, partsOf, withParts } from "@/lib/catalog/condition";
import type { Field, FieldKind } from "@/lib/catalog/fields";
import { inGroups, isForAgents } from "@/lib/catalog/for-agents";
import { freeKey, ownKey } from "@/lib/catalog/option-keys";

/** A question while it is being written: `id` stays when its key does not. */
export type Drafted = { id: number; field: Field };
/** What it can have besides, whatever its kind; undefined takes it away. */
export type Properties = Partial<Record<string, unknown>>;

export const drafted = (fields: Field[], from = 1): Drafted[] =>
  fields.map((field, index) => ({ id: from + index, field }));

export const fieldsOf = (questions: Drafted[]): Field[] => questions.map(({ field }) => field);

/** Keys that answers have been given under, which stay with what they were asked for. */
type Used = Record<string, unknown>;

const inOrder = (questions: Drafted[]) => inGroups(questions, ({ field }) => field);

const takenBy = (questions: Drafted[], used: Used, except?: number) => [
  ...Object.keys(used),
  ...questions.filter(({ id }) => id !== except).map(({ field }) => field.key),
];

export function added(questions: Drafted[], used: Used, kind: FieldKind, after: number | null): Drafted[] {
  const id = 1 + Math.max(0, ...questions.map(one => one.id));
  const key = freeKey("question", takenBy(questions, used));
  const options = kind === "single_choice" || kind === "multiple_choice" ? { options: [] } : {};
  const at = after === null ? -1 : questions.findIndex(one => one.id === after);
  // Below a question for agents, it is another one for them.
  const forThem = at >= 0 && isForAgents((questions[at] as Drafted).field) && kind !== "file";
  const who = forThem ? { agentsOnly: true } : {};
  const question = { id, field: { key, kind, label: "", ...who, ...options } as Field };
  return inOrder(questions.toSpliced(at < 0 ? questions.length : at + 1, 0, question));
}

/** Right behind it, with a key of its own. */
export function doubled(questions: Drafted[], used: Used, id: number): Drafted[] {
  const at = questions.findIndex(one => one.id === id);
  const one = questions[at];
  if (!one) return questions;
  const key = freeKey(one.field.key, takenBy(questions, used));
  const copy = { id: 1 + Math.max(...questions.map(other => other.id)), field: { ...one.field, key } };
  return questions.toSpliced(at + 1, 0, copy);
}

export const removed = (questions: Drafted[], id: number) => questions.filter(one => one.id !== id);

/** One place up or down; the same list at the ends, and between customers' questions and agents'. */
export function shifted(questions: Drafted[], id: number, by: -1 | 1): Drafted[] {
  const at = questions.findIndex(one => one.id === id);
  const to = at + by;
  return at < 0 || to < 0 || to >= questions.length ? questions : placed(questions, id, to);
}

export function placed(questions: Drafted[], id: number, place: number): Drafted[] {
  const one = questions.find(other => other.id === id);
  return one ? inOrder(removed(questions, id).toSpliced(place, 0, one)) : questions;
}

export function changed(questions: Drafted[], used: Used, id: number, properties: Properties): Drafted[] {
  return questions.reduce((all, one) => {
    if (one.id !== id) return all;
    const field = tidied({ ...one.field, ...properties } as Field);
    const isNew = !Object.hasOwn(used, one.field.key);
    const { label, options } = properties;
    if (options) return asking(replaced(all, { id, field }), field);
    if (typeof label !== "string" || !isNew) return replaced(all, { id, field });
    const key = freeKey(ownKey(label, "question"), takenBy(all, used, id));
    return renamed(replaced(all, { id, field: { ...field, key } }), one.field.key, key);
  }, questions);
}

/** As a question of another kind, which is another question once there are answers to it. */
export function turned(questions: Drafted[], used: Used, id: number, kind: FieldKind): Drafted[] {
  const one = questions.find(other => other.id === id);
  if (!one || one.field.kind === kind) return questions;
  const { key, label, help, agentsOnly, required, translations, showWhen, requireWhen } = one.field;
  const isUsed = Object.hasOwn(used, key);
  const own = isUsed ? freeKey(key, takenBy(questions, used)) : key;
  const isChoice = kind === "single_choice" || kind === "multiple_choice";
  const before = "options" in one.field ? one.field : undefined;
  const options = isChoice ? { options: before?.options ?? [], list: before?.list } : {};
  const field = tidied({
    ...{ key: own, kind, label, help, agentsOnly, required, translations, showWhen, requireWhen },
    ...options,
  } as Field);
  return renamed(replaced(questions, { id, field }), key, own);
}

/** Asked of agents only, or of customers, which makes it another question once there are answers to it. */
export function addressed(questions: Drafted[], used: Used, id: number, agentsOnly: boolean): Drafted[] {
  const one = questions.find(other => other.id === id);
  if (!one || isForAgents(one.field) === agentsOnly) return questions;
  const { key } = one.field;
  const own = Object.hasOwn(used, key) ? freeKey(key, takenBy(questions, used)) : key;
  const field = tidied({ ...one.field, key: own, agentsOnly: agentsOnly || undefined } as Field);
  return inOrder(renamed(replaced(questions, { id, field }), key, own));
}

/** Its value follows the label until it has been published, and conditions follow the value. */
export function optionNamed(
  questions: Drafted[],
  id: number,
  { value: from, label, isPublished }: { value: string; label: string; isPublished: boolean },
): Drafted[] {
  const field = questions.find(one => one.id === id)?.field;
  if (!field || !("options" in field)) return questions;
  const others = field.options.map(({ value }) => value).filter(value => value !== from);
  const to = isPublished ? from : freeKey(ownKey(label, "choice"), others);
  const options = field.options.map(option =>
    option.value === from ? { ...option, value: to, label } : option,
  );
  return following(replaced(questions, { id, field: { ...field, options } }), part =>
    part.field === field.key ? { ...part, is: part.is.map(value => (value === from ? to : value)) } : part,
  );
}

/** Conditions stop asking for choices that it does not have any more. */
const asking = (questions: Drafted[], field: Field): Drafted[] =>
  following(questions, part => {
    const values = "options" in field ? field.options.map(({ value }) => value) : [];
    return part.field === field.key ? { ...part, is: part.is.filter(value => values.includes(value)) } : part;
  });

const replaced = (questions: Drafted[], question: Drafted) =>
  questions.map(one => (one.id === question.id ? question : one));

function tidied(field: Field): Field {
  const kept = Object.entries(field).filter(
    ([name, value]) => value !== undefined && value !== false && (value !== "" || name === "label"),
  );
  return Object.fromEntries(kept) as Field;
}

/** Conditions go on meaning the question that has another key now. */
const renamed = (questions: Drafted[], from: string, to: string): Drafted[] =>
  from === to
    ? questions
    : following(questions, part => (part.field === from ? { ...part, field: to } : part));

function following(questions: Drafted[], follow: (part: Part) => Part): Drafted[] {
  const all = (condition: Condition | undefined) =>
    condition && withParts(partsOf(condition).map(follow), "any" in condition);
  return questions.map(({ id, field }) => {
    const [showWhen, requireWhen] = [all(field.showWhen), all(field.requireWhen)];
    return { id, field: { ...field, ...(showWhen && { showWhen }), ...(requireWhen && { requireWhen }) } };
  });
}
