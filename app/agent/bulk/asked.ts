import { type ActionName, isActionName } from "@/lib/actions/table";
import { type Selection, selectionInput } from "@/lib/bulk-runs/input";
import { digest } from "@/lib/crypto";
import { placeOfForm } from "@/lib/drafts/places";
import { bulkPath } from "../tell-bulk";

export type Asked = { action: ActionName; selection: Selection };

type Values = Record<string, string | string[] | undefined>;

/** What the queue sends: the rows that are ticked, or the address of a whole view. Null where that is nothing. */
export function readAsked({ do: name, r, all }: Values): Asked | null {
  const [action = ""] = [name].flat();
  const { data: selection } = selectionInput.safeParse({
    references: [r].flat().filter(one => one !== undefined),
    query: [all].flat()[0],
  });
  if (!selection || (selection.references.length === 0 && selection.query === undefined)) return null;
  return { action: isActionName(action) ? action : "assign", selection };
}

/** The same requests with this action. */
export function hrefOfAction(action: ActionName, { references, query }: Selection): string {
  const fields = new URLSearchParams({ do: action });
  if (query !== undefined) fields.set("all", query);
  else for (const reference of references) fields.append("r", reference);
  return `${bulkPath}?${fields}`;
}

/** Where words are kept that are meant for these requests, until they are sent. */
export function placeOf(action: ActionName, { references, query }: Selection): string {
  const mark = digest(query ?? references.toSorted().join(" "));
  return placeOfForm(`${bulkPath}?of=${mark}`, formIdOf(action));
}

export const formIdOf = (action: ActionName) => `bulk-${action}`;
