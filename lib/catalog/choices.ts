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

/** Conditions can refer only to these, which CSS can match. */
export const isChosen = ({ kind }: { kind: FieldKind }): boolean =>
  kind === "single_choice" || kind === "multiple_choice" || kind === "checkbox";
