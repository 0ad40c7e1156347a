import "server-only";
import type { DeskSettings } from "../settings";

export function referenceOf(
  number: number,
  { referencePrefix }: Pick<DeskSettings, "referencePrefix">,
): string {
  return `${referencePrefix}-${number}`;
}

/** As it is called today, whatever an old link calls it; what is no reference stays as it was typed. */
export function presentReference(typed: string, settings: Pick<DeskSettings, "referencePrefix">): string {
  const number = numberOf(typed);
  return number === null ? typed.slice(0, 40).toUpperCase() : referenceOf(number, settings);
}

/** Accepts any prefix, so that links in old mails survive a change of the prefix; null if it is no reference. */
export function numberOf(reference: string): number | null {
  const [, digits] = /^[A-Za-z][A-Za-z0-9]{1,9}-([1-9]\d{0,8})$/.exec(reference) ?? [];
  return digits ? Number(digits) : null;
}
