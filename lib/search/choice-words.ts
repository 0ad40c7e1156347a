import { say } from "../messages/said";
import type { Translator } from "../messages/translate";
import type { Choice } from "./choices";

// Choices of the desk's own are the same on each visit.
const said = new WeakMap<Translator, WeakMap<Choice, string>>();

export function sayChoice(t: Translator, choice: Choice): string {
  if (typeof choice.label === "string") return choice.label;
  const labels = said.get(t) ?? new WeakMap<Choice, string>();
  said.set(t, labels);
  const label = labels.get(choice) ?? say(t, choice.label);
  labels.set(choice, label);
  return label;
}
