import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { keepPart, readCatalogVersion } from "../catalog/kept";
import { listTypes } from "../catalog/offered";
import { db } from "../db";
import type { Priority, Resolution, Status } from "../generated/enums";
import { keepByText } from "../markdown/kept";
import { plainWords } from "../markdown/markdown";
import { notFound } from "../refusal";
import { keepAgents, keepTags, keepTeams } from "../requests/kept-choices";
import { referenceOf } from "../requests/reference";
import { type DeskSettings, readDeskSettings } from "../settings";
import type { Row } from "./described";
import { deskList } from "./desk-list";
import { inSearch, type Listing, listing, type Marks, readMarks, walkRows } from "./list";
import type { QueueNames } from "./queue-choices";
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
  /** Like priority, tags and snooze a word of the desk, which a row says nothing of where its reader takes part as a customer. */
  teamName: string | null;
  status: Status;
  resolution: Resolution | null;
  priority: Priority | null;
  /** Slugs. */
  tags: string[];
  /** Null once it is over, or during the customer's turn. */
  waitingSince: string | null;
  snoozedUntil: string | null;
  isOpen: boolean;
  /** Something happened that this agent was told of and has not seen. */
  isUnread: boolean;
  /** How the newest message of a customer begins; none where words are searched. */
  lastWords: string | null;
  createdAt: string;
  lastActivityAt: string;
} & Marks;

const pageSize = 50;
const peeked = 5;

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
      found.rows.map((row, place) => ({ ...shapeQueueRow(row, settings), ...marks[place] })),
    );
  });
}

/** All of a view, batch by batch. @throws Refusal not_found for anybody who is not an agent */
export async function* walkQueue(
  actor: PersonActor,
  view: View,
  batchSize = 500,
): AsyncGenerator<Omit<QueueRow, keyof Marks>[]> {
  if (!isAgent(actor)) throw notFound();
  const settings = await readDeskSettings();
  const asked = { actor, settings, scope: deskScope(actor), view, order: orderOf(deskList, view) };
  for await (const rows of walkRows(asked, batchSize)) yield rows.map(row => shapeQueueRow(row, settings));
}

export type Peeked = Pick<QueueRow, "reference" | "summary" | "requesterName" | "status" | "typeSlug">;

/**
 * The first few that a search being typed would find, without looking for what else might be meant.
 * @throws Refusal not_found for anybody who is not an agent
 */
export async function peekQueue(actor: PersonActor, view: View): Promise<Peeked[]> {
  if (!isAgent(actor)) throw notFound();
  const [scope, order] = [deskScope(actor), orderOf(deskList, view)];
  const settings = await readDeskSettings();
  const { rows } = await inSearch(actor, view, async () => {
    const found = await findRows({ actor, settings, scope, view, order }, peeked, { isFinal: false });
    return listing(found, found.rows);
  });
  return rows.map(row => shapeQueueRow(row, settings));
}

export function shapeQueueRow(row: Row, settings: DeskSettings): Omit<QueueRow, keyof Marks> {
  const takesPart = row.ownRole !== null;
  return {
    reference: referenceOf(row.number, settings),
    summary: row.summary,
    typeName: row.typeName,
    typeSlug: row.typeSlug,
    requesterName: row.requesterName,
    assigneeName: row.assigneeName,
    teamName: (!takesPart && row.teamName) || null,
    status: row.status,
    resolution: row.resolution,
    priority: takesPart ? null : row.priority,
    tags: takesPart ? [] : (row.tags ?? []),
    waitingSince: row.isOpen && !row.deskSpokeLast ? row.waitingSince.toISOString() : null,
    snoozedUntil: (!takesPart && row.snoozedUntil?.toISOString()) || null,
    isOpen: row.isOpen,
    isUnread: row.isUnread,
    lastWords: row.lastWords ? beginningOf(row.lastWords) : null,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
  };
}

const shownWords = 120;
const mostKept = 1_000_000;

// Agents look at the same rows all day.
const beginningOf = keepByText(text => {
  const words = plainWords(text).replace(/\s+/g, " ").trim();
  return words.length > shownWords
    ? `${words.slice(0, words.lastIndexOf(" ", shownWords) + 1 || shownWords).trim()} …`
    : words;
}, mostKept);

export type QueueChoice = { value: string; label: string };

/** @throws Refusal not_found for anybody who is not an agent */
export async function listQueueChoices(actor: PersonActor, catalogVersion?: string): Promise<QueueNames> {
  if (!isAgent(actor)) throw notFound();
  const version = catalogVersion ?? (await readCatalogVersion());
  const [types, agents, teams, organisations, tags] = await Promise.all([
    listTypes(version, actor.language),
    keepAgents(version),
    keepTeams(version),
    keepPart(version, "organisations", nameOrganisations),
    keepTags(version),
  ]);
  return {
    types,
    tags,
    agents: agents.map(({ id, name, address }) => ({
      value: id,
      label: address ? `${name} (${address})` : name,
    })),
    teams: teams.map(({ slug, name, isArchived }) => ({ value: slug, label: name, isArchived })),
    organisations,
  };
}

/** Archived ones have requests, too. */
export const nameOrganisations = (): Promise<QueueChoice[]> =>
  db().$queryRaw<
    QueueChoice[]
  >`select slug as value, name as label from organisations order by position, slug`;
