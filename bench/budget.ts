import type { Recorded } from "./recorded";

/** What nothing timed says of a page: bytes before compression, statements, and objects constructed. */
export type Spent = { html: number; flight: number; statements: number; constructions: number };
export type Budget = Record<string, Spent>;

export const spentBy = ({ html, flight, statements, constructions }: Recorded): Spent => ({
  html,
  flight,
  statements: statements.length,
  constructions: constructions.length,
});
