import { isUnseen } from "../text/tidy";

/** What a draft keeps: the names of fields, with what was put into them. */
export type DraftFields = Record<string, string | string[]>;

type Kind = {
  what: RegExp;
  /** The fields that are kept there; technical ones and secrets have no name here, so nothing of them ever is. */
  keeps: RegExp;
  page: (what: string) => string;
};

const reference = /^[A-Za-z][A-Za-z0-9]{1,9}-[1-9]\d{0,8}$/;
const kinds: Record<string, Kind> = {
  comment: { what: reference, keeps: /^(body|afterResolved)$/, page: what => `/requests/${what}` },
  correct: {
    what: reference,
    // With the edition that it corrects, so that what others corrected since is not overwritten unseen.
    keeps: /^(edition|summary|answers\.[a-z]\w{0,60})$/,
    page: what => `/requests/${what}/correct`,
  },
  // The reasons that go along with a move.
  kill: { what: reference, keeps: /^body$/, page: what => `/requests/${what}` },
  reopen: { what: reference, keeps: /^body$/, page: what => `/requests/${what}` },
  edit: {
    // The request and the entry of its history that is edited.
    what: /^[A-Za-z][A-Za-z0-9]{1,9}-[1-9]\d{0,8}\+\d{1,18}$/,
    keeps: /^(seen|body)$/,
    page: what => `/requests/${what.replace("+", "?edit=")}`,
  },
  answer: { what: reference, keeps: /^(mode|body|resolution)$/, page: what => `/agent/requests/${what}` },
  raise: {
    // The request type, and the request that is followed up, if any.
    what: /^[a-z0-9-]{1,60}(\+[A-Za-z][A-Za-z0-9]{1,9}-[1-9]\d{0,8})?$/,
    keeps: /^(summary|shareWith|answers\.[a-z]\w{0,60})$/,
    page: what => `/catalog/${what.replace("+", "?follows=")}`,
  },
};

/** These only go along with words; alone they are nothing that anybody typed. */
const accompaniments = new Set(["afterResolved", "edition", "mode", "resolution", "seen"]);

function kindOf(place: string): { kind: Kind; what: string } | null {
  const [, name = "", what = ""] = /^([a-z]+):(.+)$/.exec(place) ?? [];
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return kind?.what.test(what) ? { kind, what } : null;
}

export const isPlace = (place: string) => kindOf(place) !== null;

/** The page on which the form of a place stands. */
export function pageOfPlace(place: string): string {
  const found = kindOf(place);
  return found ? found.kind.page(found.what) : "/";
}

/** The part of what was sent that a draft of this place keeps. */
export function keptOf(place: string, sent: DraftFields): DraftFields {
  const keeps = kindOf(place)?.kind.keeps;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => keeps?.test(name)));
}

/** Whether there is nothing in it that anybody would miss. */
export function isBlank(fields: DraftFields): boolean {
  return !Object.entries(fields).some(
    ([name, value]) => !accompaniments.has(name) && [value].flat().some(text => !isUnseen(text)),
  );
}
