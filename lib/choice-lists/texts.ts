import { isDeepStrictEqual } from "node:util";
import type { Option } from "../catalog/choices";
import { tidyOption } from "../catalog/field-texts";
import { named, type Translations } from "../catalog/translations";
import { changesOf } from "../catalog/words";
import type { Change } from "../events/types";

/** All that a list says. */
export type Said = { name: string; translations: Translations; entries: Option[] };

/** An entry that is left out is retired, and stays behind the others: answers have its key. */
export function completed(present: Option[], wanted: Option[]): Option[] {
  const left = present.filter(({ value }) => !wanted.some(one => one.value === value));
  return [...wanted.map(plain), ...left.map(entry => ({ ...entry, retired: true }))].map(tidyOption);
}

function plain({ retired, ...entry }: Option): Option {
  return { ...entry, ...(retired && { retired }) };
}

/** By names such as `name`, `name.de`, `entries.berlin` and `entries.berlin.de`; `retired` and `order` are keys. */
export function changesBetween(before: Said, after: Said): Change[] {
  const [present, wanted] = [wordsOf(before), wordsOf(after)];
  const gone = Object.keys(present).filter(key => !(key in wanted));
  const all = { ...wanted, ...Object.fromEntries(gone.map(key => [key, ""])) };
  const keys = (which: (entry: Option) => boolean) =>
    [before, after].map(({ entries }) => entries.filter(which).map(({ value }) => value));
  return [
    ...changesOf({ ...Object.fromEntries(Object.keys(all).map(key => [key, ""])), ...present }, all),
    ...listed("retired", ...(keys(({ retired }) => retired === true) as [string[], string[]])),
    ...listed("order", ...(keys(() => true) as [string[], string[]])),
  ];
}

function listed(key: string, before: string[], after: string[]): Change[] {
  return isDeepStrictEqual(before, after) ? [] : [{ key, before, after }];
}

const wordsOf = ({ name, translations, entries }: Said): Record<string, string> => ({
  name,
  ...named(translations),
  ...Object.fromEntries(
    entries.flatMap(({ value, label, translations: labels = {} }) => [
      [`entries.${value}`, label],
      ...Object.entries(labels).map(([language, text]) => [`entries.${value}.${language}`, text]),
    ]),
  ),
});
