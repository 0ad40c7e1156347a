import "server-only";
import { listAgents } from "../accounts/agents";
import { isAgent, type PersonActor } from "../actor";
import { keepPart, readCatalogVersion } from "../catalog/kept";
import { listTypes } from "../catalog/queries";
import type { Resolution, Status } from "../generated/enums";
import { notFound } from "../refusal";
import { referenceOf } from "../requests/reference";
import { type DeskSettings, readDeskSettings } from "../settings";
import type { Row } from "./described";
import { deskList } from "./desk-list";
import { inSearch, type Listing, listing, type Marks, readMarks } from "./list";
import { findRows } from "./read";
import { deskScope } from "./scope";
import { orderOf, type View } from "./view";

export type QueueRow = {
  reference: string;
  summary: string;
  typeName: string;
  typeSlug: string;
  requesterName: string;
  assigneeName: string | null;
  status: Status;
  resolution: Resolution | null;
  /** Null once it is over, or during the customer's turn. */
  waitingSince: string | null;
  isOpen: boolean;
  createdAt: string;
  lastActivityAt: string;
} & Marks;

const pageSize = 50;

/** By default the open ones, the longest waiting first. @throws Refusal not_found for anybody who is not an agent */
export async function listQueue(actor: PersonActor, view: View): Promise<Listing<QueueRow>> {
  if (!isAgent(actor)) throw notFound();
  const scope = deskScope(actor);
  const order = orderOf(deskList, view);
  const settings = await readDeskSettings();
  return inSearch(actor, view, async () => {
    const found = await findRows({ actor, settings, scope, view, order }, pageSize);
    const marks = await readMarks(found, settings);
    return listing(
      found,
      found.rows.map((row, place) => ({ ...shape(row, settings), ...marks[place] })),
    );
  });
}

function shape(row: Row, settings: DeskSettings): Omit<QueueRow, keyof Marks> {
  return {
    reference: referenceOf(row.number, settings),
    summary: row.summary,
    typeName: row.typeName,
    typeSlug: row.typeSlug,
    requesterName: row.requesterName,
    assigneeName: row.assigneeName,
    status: row.status,
    resolution: row.resolution,
    waitingSince: row.isOpen && !row.deskSpokeLast ? row.waitingSince.toISOString() : null,
    isOpen: row.isOpen,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
  };
}

export type QueueChoice = { value: string; label: string };

/** @throws Refusal not_found for anybody who is not an agent */
export async function listQueueChoices(
  actor: PersonActor,
  catalogVersion?: string,
): Promise<{ types: QueueChoice[]; agents: QueueChoice[] }> {
  if (!isAgent(actor)) throw notFound();
  const version = catalogVersion ?? (await readCatalogVersion());
  const [types, agents] = await Promise.all([listTypes(version), keepPart(version, "agents", listAgents)]);
  return {
    types,
    agents: agents.map(({ id, name }) => ({ value: id, label: name })),
  };
}
