import "server-only";
import { env } from "../env";

export function referenceOf(number: number): string {
  return `${env().REFERENCE_PREFIX}-${number}`;
}

/**
 * The number inside a reference such as LDG-1042, in any case; null for anything else. The number alone says which
 * request is meant, so any prefix will do: links in old mails outlive a change of REFERENCE_PREFIX.
 */
export function numberOf(reference: string): number | null {
  const [, digits] = /^[A-Za-z][A-Za-z0-9]{1,9}-([1-9]\d{0,8})$/.exec(reference) ?? [];
  return digits ? Number(digits) : null;
}
