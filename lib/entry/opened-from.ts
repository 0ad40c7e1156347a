import "server-only";
import { headers } from "next/headers";
import { deskList } from "../search/desk-list";
import { hrefOf, readListQuery } from "../search/view";
import { readParam, type SearchParams } from "./page";

/**
 * The query of the list that a request's page was opened from, as its address or the browser says it: for forms that are sent
 * without script. Undefined elsewhere, and for a search, whose words belong in no other address.
 */
export async function readOpenedFrom(searchParams: SearchParams): Promise<string | undefined> {
  const query = (await readParam(searchParams, "queue")) ?? (await queueBefore());
  if (query === undefined) return undefined;
  const view = readListQuery(deskList, query);
  return view.words === "" ? hrefOf(deskList, view).split("?")[1] : undefined;
}

/** Browsers say where they come from, but to us alone. */
async function queueBefore(): Promise<string | undefined> {
  const sent = await headers();
  const referrer = sent.get("referer") ?? "";
  if (!URL.canParse(referrer)) return undefined;
  const { host, pathname, searchParams } = new URL(referrer);
  return host === sent.get("host") && pathname === "/agent" ? String(searchParams) : undefined;
}
