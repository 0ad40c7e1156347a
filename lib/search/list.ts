import "server-only";
import { setImmediate } from "node:timers/promises";
import type { PersonActor } from "../actor";
import { isStatementTimeout } from "../db";
import type { Resolution, Status } from "../generated/enums";
import { referenceOf } from "../requests/reference";
import { type DeskSettings, readDeskSettings } from "../settings";
import type { Row } from "./described";
import { markWords, type Stretch } from "./marks";
import { ownList, readView } from "./own-list";
import { type Found, findRows } from "./read";
import { ownScope, type Scope } from "./scope";
import { chooseSnippet, type Snippet } from "./snippets";
import { takeTurn } from "./turns";
import { type List, orderOf, type View } from "./view";
import type { Asked } from "./walk";

export type RequestRow = {
  reference: string;
  summary: string;
  typeName: string;
  typeSlug: string;
  status: Status;
  resolution: Resolution | null;
  requesterName: string;
  isShared: boolean;
  isUnread: boolean;
  createdAt: string;
  lastActivityAt: string;
};

/** Only where something was searched. */
export type Marks = {
  referenceMarked?: Stretch[];
  summaryMarked?: Stretch[];
  /** Where else the words occur; null if the summary has them all. */
  snippet?: Snippet | null;
};
export type FoundRow = RequestRow & Marks;

export type Listing<R> = {
  rows: R[];
  next: string | null;
  /** Searched in place of terms that no request has. */
  correction: { typed: string; meant: string }[];
  limit: number | null;
  /** The next page continues with the requests not searched yet. */
  hasStopped: boolean;
  /** What the next page has to search. */
  words: string;
  isGivenUp: boolean;
};

const pageSize = 25;

/** A list of a customer's, and what it is of. */
export type Listed = { list: List; scope: Scope };

const ownOf = (actor: PersonActor): Listed => ({ list: ownList, scope: ownScope(actor) });

export async function listRequests(
  actor: PersonActor,
  view: View,
  { list, scope }: Listed = ownOf(actor),
): Promise<Listing<FoundRow>> {
  const order = orderOf(list, view);
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

/** A person's open requests with the newest activity, without what a whole list needs. */
export async function listLatest(actor: PersonActor, count: number): Promise<RequestRow[]> {
  const { list, scope } = ownOf(actor);
  const [view, settings] = [readView(""), await readDeskSettings()];
  const { rows } = await findRows({ actor, settings, scope, view, order: orderOf(list, view) }, count);
  return rows.map(row => shape(row, settings));
}

export async function* walkRequests(
  actor: PersonActor,
  view: View,
  batchSize = 500,
  { list, scope }: Listed = ownOf(actor),
): AsyncGenerator<RequestRow[]> {
  const asked = { actor, settings: await readDeskSettings(), scope, view, order: orderOf(list, view) };
  for await (const rows of walkRows(asked, batchSize)) yield rows.map(row => shape(row, asked.settings));
}

/** All rows of a view, batch by batch. */
export async function* walkRows(asked: Asked, batchSize: number): AsyncGenerator<Row[]> {
  const { actor, view } = asked;
  let part = { ...view, after: "" };
  const read = () => findRows({ ...asked, view: part }, batchSize);
  for (;;) {
    const { rows, next, words } = await (view.words === "" ? read() : takeTurn(actor.id, read));
    if (rows.length > 0) yield rows;
    if (next === null) return;
    part = { ...part, words, after: next };
  }
}

export async function inSearch<R>(
  actor: PersonActor,
  { words }: View,
  read: () => Promise<Listing<R>>,
): Promise<Listing<R>> {
  if (words === "") return read();
  return takeTurn(actor.id, read).catch(error => {
    if (!isStatementTimeout(error)) throw error;
    return { rows: [], next: null, correction: [], limit: null, hasStopped: false, words, isGivenUp: true };
  });
}

export function listing<R>({ next, correction, limit, hasStopped, words }: Found, rows: R[]): Listing<R> {
  return { rows, next, correction, limit, hasStopped, words, isGivenUp: false };
}

/** For others' sake, so long at a time. */
const maxMs = 5;

export async function readMarks({ rows, terms }: Found, settings: DeskSettings): Promise<Marks[]> {
  if (terms.length === 0) return [];
  const marks: Marks[] = [];
  let since = performance.now();
  for (const row of rows) {
    marks.push({
      referenceMarked: markWords(referenceOf(row.number, settings), terms),
      summaryMarked: markWords(row.summary, terms),
      snippet: "comment" in row ? await chooseSnippet(row, terms) : null,
    });
    if (performance.now() - since < maxMs) continue;
    await setImmediate();
    since = performance.now();
  }
  return marks;
}

function shape(row: Row, settings: DeskSettings): RequestRow {
  return {
    reference: referenceOf(row.number, settings),
    summary: row.summary,
    typeName: row.typeName,
    typeSlug: row.typeSlug,
    status: row.status,
    resolution: row.resolution,
    requesterName: row.requesterName,
    isShared: row.ownRole === "participant",
    isUnread: row.isUnread,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
  };
}
