import "server-only";
import type { Said } from "../messages/said";
import { deskList } from "../search/desk-list";
import type { Vocabulary } from "../search/operators";
import { choiceOf, negatedIn, readListQuery, type View, writeList } from "../search/view";
import type { SavedView } from "./read";

type Asked = Record<string, string | string[] | undefined>;

/** What an address asks for: a saved view as it is, unless the address says more; `isGone` if there is none of that name. */
export function openView(
  asked: Asked,
  views: SavedView[],
): { asked: Asked; saved: SavedView | null; isGone: boolean } {
  const slug = [asked.view].flat()[0];
  const saved = views.find(view => view.slug === slug) ?? null;
  const [head] = deskList.parameters;
  if (!saved) return { asked: { ...asked, view: undefined }, saved, isGone: slug !== undefined };
  if (asked.q !== undefined || (head && asked[head.name] !== undefined))
    return { asked, saved, isGone: false };
  const query = new URLSearchParams(saved.query);
  const said = Object.fromEntries([...query.keys()].map(name => [name, query.getAll(name)]));
  return { asked: { ...said, view: saved.slug, after: asked.after }, saved, isGone: false };
}

/** As it is stored, with what this release reads of it. */
export const queryOf = (view: View): string => writeList(deskList, view, { saved: undefined });
export const viewOf = ({ query }: Pick<SavedView, "query">): View => readListQuery(deskList, query);

/** What a view filters by that the desk no longer has, as its reader would say it. */
export function goneIn(view: View, { fields }: Vocabulary): Said[] {
  const set = deskList.parameters.map(parameter => [parameter.name, choiceOf(parameter, view)] as const);
  const negated = negatedIn(deskList, view).map(text => {
    const [name = "", ...choice] = text.split(":");
    return [name, choice.join(":")] as const;
  });
  return [...set, ...negated].flatMap(([name, choice]) => {
    const field = fields.find(one => one.name === name);
    if (field?.kind !== "select") return [];
    const isList = deskList.parameters.some(one => one.name === name && one.isList);
    return (isList ? choice.split(".") : [choice])
      .filter(one => field.choices.every(({ value }) => value !== one))
      .map((value): Said => ({ code: "views.gone_value", params: { label: { code: field.label }, value } }));
  });
}
