import { isUnseen } from "../text/tidy";

/** What a draft keeps: the names of fields, with what was put into them. */
export type DraftFields = Record<string, string | string[]>;

// Letters, digits and hyphens alone, so that a place cannot lead to another desk or out of its folder.
const grammar = /^((?:\/[\w-]+)+(?:\?[a-z]+=[\w-]+)?)#[a-z][\w-]*$/;
/** Field names as the forms of this desk have them. */
const fieldName = /^[a-z]\w{0,60}(\.[a-z]\w{0,60})?$/i;

/** These only go along with words; alone they are nothing that anybody typed. */
const accompaniments = new Set(["afterResolved", "edition", "mode", "resolution", "seen"]);

/** Names a form by its page and its id there, such as /requests/LDG-1042#comment. */
export const placeOf = (page: string, formId: string) => `${page}#${formId}`;

export const isPlace = (place: string) => grammar.test(place);

/** The page on which the form of a place is. */
export const pageOfPlace = (place: string) => grammar.exec(place)?.[1] ?? "/";

/** What was sent under a name that a field can have, without passwords: no form may keep those. */
export const keptOf = (sent: DraftFields): DraftFields =>
  Object.fromEntries(
    Object.entries(sent).filter(([name]) => fieldName.test(name) && !/password/i.test(name)),
  );

/** Whether there is nothing in it that anybody would miss. */
export function isBlank(fields: DraftFields): boolean {
  return !Object.entries(fields).some(
    ([name, value]) => !accompaniments.has(name) && [value].flat().some(text => !isUnseen(text)),
  );
}
