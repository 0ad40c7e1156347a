/** The moment a page is drawn at, and how its reader reads times: an IANA zone and a BCP 47 language. */
export type Clock = { now: string; timeZone: string; language: string };

/** The present moment; the single place that asks the machine for it. */
export function now(): Date {
  return new Date();
}

export const minutes = (count: number) => count * 60_000;
export const days = (count: number) => count * 86_400_000;
export const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);
export const before = (moment: Date, milliseconds: number) => new Date(moment.getTime() - milliseconds);
