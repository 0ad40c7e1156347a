/** The present moment; the single place that asks the machine for it. */
export function now(): Date {
  return new Date();
}

export const minutes = (count: number) => count * 60_000;
export const days = (count: number) => count * 86_400_000;
export const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);
