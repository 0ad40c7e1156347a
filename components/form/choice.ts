import type { ReactNode } from "react";
import type { Need } from "./field";

export type Choice = { value: string; label: string; lang?: string };

/** A field whose answer is one of several, or some of them. */
export type ChoiceProps = {
  name: string;
  label: string;
  need?: Need;
  help?: ReactNode;
  options: Choice[];
  defaultValue?: string;
};
