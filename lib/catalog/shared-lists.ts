import type { Option } from "./choices";
import type { Answers, Field, GivenAnswers } from "./fields";

/** Choices that admins keep for the questions of several forms. */
export type SharedList = {
  name: string;
  options: Option[];
  /** No further question can use it; those that do go on. */
  isArchived: boolean;
};
/** By slug. */
export type SharedLists = Readonly<Record<string, SharedList>>;

/** The slug of the list that a question offers instead of choices of its own. */
export const listOf = (field: Field): string | undefined => ("options" in field ? field.list : undefined);

export const usesLists = (fields: Field[]): boolean => fields.some(field => listOf(field) !== undefined);

const noLists: SharedLists = {};
export const listIn = (lists: SharedLists, slug: string): SharedList | undefined =>
  Object.hasOwn(lists, slug) ? lists[slug] : undefined;

const known = new WeakMap<SharedLists, WeakMap<Field[], Field[]>>();

/** The form with the choices of its lists as they are, in place of what it had of them; a list that there is not is empty. */
export function withLists(fields: Field[], lists: SharedLists = noLists): Field[] {
  if (!usesLists(fields)) return fields;
  const own = known.get(lists) ?? new WeakMap<Field[], Field[]>();
  known.set(lists, own);
  const full = own.get(fields) ?? fields.map(field => withList(field, lists));
  own.set(fields, full);
  return full;
}

function withList(field: Field, lists: SharedLists): Field {
  const slug = listOf(field);
  return slug === undefined ? field : ({ ...field, options: listIn(lists, slug)?.options ?? [] } as Field);
}

/** The form as it is stored: what it names is read when it is shown. */
export const withoutLists = (fields: Field[]): Field[] =>
  fields.map(field => (listOf(field) === undefined ? field : ({ ...field, options: [] } as Field)));

const chosenIn = (answers: Answers | GivenAnswers, key: string): unknown[] => [answers[key]].flat();

/** What can be corrected: besides what is offered, what was chosen before it was retired. */
export const withChosen = (fields: Field[], answers: Answers): Field[] =>
  withOffered(fields, (field, value) => chosenIn(answers, field.key).includes(value));

/** All that could ever be chosen, where what was chosen before is known later. */
export const withRetired = (fields: Field[]): Field[] => withOffered(fields, () => true);

const withOffered = (fields: Field[], isOffered: (field: Field, value: string) => boolean): Field[] =>
  fields.map(field => {
    if (!("options" in field) || field.options.every(({ retired }) => !retired)) return field;
    const options = field.options.map(option => {
      const { retired, ...offered } = option;
      return retired && isOffered(field, option.value) ? offered : option;
    });
    return { ...field, options };
  });

/** The first retired choice in `given` that was not chosen in `before`, with its question; null if there is none. */
export function retiredAnew(fields: Field[], before: Answers, given: GivenAnswers) {
  for (const field of fields) {
    if (!("options" in field)) continue;
    const added = chosenIn(given, field.key).filter(value => !chosenIn(before, field.key).includes(value));
    const option = field.options.find(({ value, retired }) => retired && added.includes(value));
    if (option) return { field, option };
  }
  return null;
}
