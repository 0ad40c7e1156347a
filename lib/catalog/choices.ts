import type { FieldKind } from "./fields";

/** One that is retired is not offered any more. It keeps its value, which no other may get. */
export type Option = {
  value: string;
  label: string;
  retired?: boolean;
  /** Its label in other languages than the desk's. */
  translations?: Record<string, string>;
};

export const offeredOptions = ({ options }: { options: Option[] }): Option[] =>
  options.filter(({ retired }) => !retired);

/** What the entries of shared lists are known by. Two names of JavaScript are none: they are read apart where forms are. */
export const isEntryKey = (value: string): boolean =>
  /^[a-z][a-z0-9_]{0,39}$/.test(value) && value !== "constructor" && value !== "prototype";

/** Conditions can refer only to these, which CSS can match. */
export const isChosen = ({ kind }: { kind: FieldKind }): boolean =>
  kind === "single_choice" || kind === "multiple_choice" || kind === "checkbox";
