import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { keepPart, readCatalogVersion } from "../catalog/kept";
import { notFound } from "../refusal";
import { fold } from "../text/fold";
import { nameOrganisations, type QueueChoice } from "./queue";

const most = 8;

type Named = QueueChoice & { folded: string };

/** Folded once for all who type. */
const foldNames = async (): Promise<Named[]> =>
  (await nameOrganisations()).map(one => ({ ...one, folded: fold(one.label) }));

/**
 * Those with a word that begins as typed, those whose name does first.
 * @throws Refusal not_found for anybody who is not an agent
 */
export async function findOrganisations(actor: PersonActor, typed: string): Promise<QueueChoice[]> {
  if (!isAgent(actor)) throw notFound();
  const wanted = fold(typed.trim());
  if (wanted.trim() === "") return [];
  const all = await keepPart(await readCatalogVersion(), "folded organisations", foldNames);
  const found = all.filter(({ folded }) => folded.includes(wanted));
  const first = found.filter(({ folded }) => folded.startsWith(wanted));
  const rest = found.filter(one => !first.includes(one)).slice(0, most);
  return [...first, ...rest].slice(0, most).map(({ value, label }) => ({ value, label }));
}
