import type { Field } from "./fields";
import { isForAgents } from "./for-agents";

/** A section is a heading, which nobody answers. */
export const isAsked = ({ kind }: Pick<Field, "kind">): boolean => kind !== "section";

/** The questions under a heading, down to the next one, or to those that others are asked. */
export function questionsUnder(fields: Field[], section: Field): Field[] {
  const below = fields.slice(fields.findIndex(({ key }) => key === section.key) + 1);
  const next = below.findIndex(field => !isAsked(field) || isForAgents(field) !== isForAgents(section));
  return next < 0 ? below : below.slice(0, next);
}

/** A heading goes with its questions: it is hidden while each of them is. */
export const isHideable = (fields: Field[], section: Field): boolean =>
  questionsUnder(fields, section).every(({ showWhen }) => showWhen !== undefined);
