import { type Said, say } from "../messages/said";
import type { Translator } from "../messages/translate";

/** A name that people gave, as it is, or a text of the desk. */
export type Label = string | Said;

export const sayLabel = (t: Translator, label: Label): string =>
  typeof label === "string" ? label : say(t, label);
