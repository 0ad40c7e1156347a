import "server-only";
import { env } from "../env";

export function referenceOf(number: number): string {
  return `${env().REFERENCE_PREFIX}-${number}`;
}

/** Accepts any prefix, so that links in old mails survive a change of REFERENCE_PREFIX; null if it is no reference. */
export function numberOf(reference: string): number | null {
  const [, digits] = /^[A-Za-z][A-Za-z0-9]{1,9}-([1-9]\d{0,8})$/.exec(reference) ?? [];
  return digits ? Number(digits) : null;
}
