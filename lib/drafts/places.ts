import { isUnseen } from "../text/tidy";

export type DraftFields = Record<string, string | string[]>;

// Only word characters and hyphens, so that a place cannot lead to another site or out of its folder.
const grammar = /^((?:\/[\w-]+)+(?:\?[a-z]+=[\w-]+)?)#[a-z][\w-]*$/;
const fieldName = /^[a-z]\w{0,60}(\.[a-z]\w{0,60})?$/i;

/** These only accompany typed text; alone they are not worth a draft. */
const accompaniments = new Set([
  "afterResolved",
  "edition",
  "input.resolution",
  "mode",
  "resolution",
  "seen",
]);

/** Such as /requests/LDG-1042#comment. */
export const placeOfForm = (page: string, formId: string) => `${page}#${formId}`;

/** With room for the slugs of a team and of its reply. */
const maxPlace = 200;

export const isPlace = (place: string) => place.length <= maxPlace && grammar.test(place);

export const pageOfPlace = (place: string) => grammar.exec(place)?.[1] ?? "/";

/** Drops names that no field can have, and passwords, which no draft may keep. */
export const keptOf = (sent: DraftFields): DraftFields =>
  Object.fromEntries(
    Object.entries(sent).filter(([name]) => fieldName.test(name) && !/password/i.test(name)),
  );

export function isBlank(fields: DraftFields): boolean {
  return !Object.entries(fields).some(
    ([name, value]) => !accompaniments.has(name) && [value].flat().some(text => !isUnseen(text)),
  );
}
