/** The time a page is rendered at, with the reader's IANA zone and BCP 47 language. */
export type Clock = { now: string; timeZone: string; language: string };

/** The current time. Nothing else reads the system clock. */
export function now(): Date {
  return new Date();
}

export const minutes = (count: number) => count * 60_000;
export const days = (count: number) => count * 86_400_000;
export const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);
export const before = (from: Date, milliseconds: number) => new Date(from.getTime() - milliseconds);
