import "server-only";
import { env } from "../env";

export function referenceOf(number: number): string {
  return `${env().REFERENCE_PREFIX}-${number}`;
}

/** The number inside a reference such as LDG-1042, in any case; null for anything else. */
export function numberOf(reference: string): number | null {
  const [prefix, digits, ...rest] = reference.split("-");
  if (rest.length > 0 || prefix?.toUpperCase() !== env().REFERENCE_PREFIX) return null;
  if (!digits || !/^[1-9]\d{0,8}$/.test(digits)) return null;
  return Number(digits);
}
