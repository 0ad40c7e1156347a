import { randomUUID } from "node:crypto";
import type { Option } from "@/lib/catalog/choices";
import type { Field } from "@/lib/catalog/fields";
import { addList, changeList } from "@/lib/choice-lists/lists";
import { readList } from "@/lib/choice-lists/read";
import { anAdmin, run } from "./factories";

const mark = () => randomUUID().slice(0, 8);

export const departments: Option[] = [
  { value: "sales", label: "Sales" },
  { value: "workshop", label: "Workshop" },
  { value: "office", label: "Office" },
];

/** Adds a list of choices; returns its slug. */
export const aList = async (entries = departments, name = `List ${mark()}`): Promise<string> =>
  run(await anAdmin(), act => addList(act, { name, entries }));

/** Makes another list of it, as an admin who has just opened it. */
export async function saysOnList(slug: string, change: (entries: Option[]) => Option[]): Promise<void> {
  const admin = await anAdmin();
  const { name, version, entries } = await readList(admin, slug);
  await run(admin, act => changeList(act, { slug, name, version, entries: change(entries) }));
}

export const retires = (slug: string, key: string): Promise<void> =>
  saysOnList(slug, entries => entries.filter(({ value }) => value !== key));

/** A question that offers what is on the list. */
export const asking = (list: string, wishes: Partial<Field> = {}): Field =>
  ({
    key: "department",
    kind: "single_choice",
    label: "Which department?",
    list,
    options: [],
    ...wishes,
  }) as Field;
