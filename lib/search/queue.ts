import "server-only";
import { listAgents } from "../accounts/agents";
import { isAgent, type PersonActor } from "../actor";
import { db } from "../db";
import type { Status } from "../generated/enums";
import { notFound } from "../refusal";
import { resolutions, statuses } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
import { type DeskSettings, readDeskSettings } from "../settings";
import { deskList } from "./desk-list";
import { inSearch, type Listing, listing, type Marks, readMarks } from "./list";
import { findRows, type Row } from "./read";
import { deskScope } from "./scope";
import { orderOf, type View } from "./view";

export type QueueRow = {
  reference: string;
  href: string;
  summary: string;
  typeName: string;
  requesterName: string;
  assigneeName: string | null;
  status: Status;
  statusLabel: string;
  resolutionLabel: string | null;
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
    const marks = await readMarks(found, scope.inside, settings);
    return listing(
      found,
      found.rows.map((row, place) => ({ ...shape(row, settings), ...(marks[place] as Marks) })),
    );
  });
}

function shape(row: Row, settings: DeskSettings): Omit<QueueRow, keyof Marks> {
  const reference = referenceOf(row.number, settings);
  return {
    reference,
    href: `/agent/requests/${reference}`,
    summary: row.summary,
    typeName: row.typeName,
    requesterName: row.requesterName,
    assigneeName: row.assigneeName,
    status: row.status,
    statusLabel: statuses[row.status].label,
    resolutionLabel: row.resolution && resolutions[row.resolution],
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
): Promise<{ types: QueueChoice[]; agents: QueueChoice[] }> {
  if (!isAgent(actor)) throw notFound();
  const [types, agents] = await Promise.all([
    db().requestType.findMany({ orderBy: { name: "asc" }, select: { slug: true, name: true } }),
    listAgents(),
  ]);
  return {
    types: types.map(({ slug, name }) => ({ value: slug, label: name })),
    agents: agents.map(({ id, name }) => ({ value: id, label: name })),
  };
}
