import type { Keymap } from "@/lib/shortcuts/table";
import { isLetter } from "./pressed";
import { rowInUse, walk } from "./rows";

// The checkboxes that select rows. Each change is dispatched as an event, so that the bulk bar can count them.

export const pickSelector = "main .request-table td.pick > input";
const boxes = () => [...document.querySelectorAll<HTMLInputElement>(pickSelector)];
const boxOf = (row: Element | undefined) =>
  row?.querySelector<HTMLInputElement>(":scope > .pick > input") ?? null;

export const picked = () => boxes().filter(({ checked }) => checked);

export function pick(some: HTMLInputElement[], isPicked: boolean): void {
  const changed = some.filter(({ checked }) => checked !== isPicked);
  for (const box of changed) box.checked = isPicked;
  changed[0]?.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Restores a selection after the rows have been redrawn, as new boxes are not ticked. */
export const pickAgain = (values: string[]) =>
  pick(
    boxes().filter(({ value }) => values.includes(value)),
    true,
  );

/** All from one box to another, in the order of the list. */
export function boxesBetween(one: HTMLInputElement, other: HTMLInputElement): HTMLInputElement[] {
  const all = boxes();
  const places = [all.indexOf(one), all.indexOf(other)];
  return places.includes(-1) ? [other] : all.slice(Math.min(...places), Math.max(...places) + 1);
}

export function pickRow(): boolean {
  const box = boxOf(rowInUse());
  if (box) pick([box], !box.checked);
  return box !== null;
}

/** All rows, or none if all are selected. */
export function pickAll(): boolean {
  const all = boxes();
  pick(
    all,
    all.some(({ checked }) => !checked),
  );
  return all.length > 0;
}

export const clearPicks = () => pick(picked(), false);

/** Shift with the keys that go through the rows selects on the way; Esc lets go of all. */
export function pickByKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { next, previous }: Keymap,
): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (key === "Escape") {
    const isAny = picked().length > 0;
    clearPicks();
    return isAny;
  }
  const step = ({ [next]: 1, [previous]: -1 } as const)[key.toLowerCase()];
  if (!shiftKey || !step || !isLetter(key)) return false;
  const from = boxOf(rowInUse());
  walk(step);
  const to = boxOf(rowInUse());
  pick(
    [from, to].filter(box => box !== null),
    true,
  );
  return to !== null;
}
