import "server-only";
import type { PersonActor } from "../actor";
import { db, isStatementTimeout, limitStatements, Prisma } from "../db";
import type { MemberRole, Resolution, Status } from "../generated/enums";
import { resolutions, statuses } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
import { conditionsOf } from "./conditions";
import { orderOf, type View } from "./input";
import { markWords, type Stretch } from "./marks";
import { orderingOf, placeAfter } from "./order";
import { readSnippets, type Snippet } from "./snippets";
import { correctTerms } from "./spelling";
import { readTerms, type Term } from "./terms";
import { takeTurn } from "./turns";

export type RequestRow = {
  reference: string;
  href: string;
  summary: string;
  typeName: string;
  status: Status;
  statusLabel: string;
  resolutionLabel: string | null;
  requesterName: string;
  /** Somebody else raised it and shared it. */
  isShared: boolean;
  /** Something happened on it that this person has not read yet. */
  isUnread: boolean;
  createdAt: string;
  lastActivityAt: string;
};

/** A row with what was found in it marked. */
export type FoundRow = RequestRow & {
  referenceMarked: Stretch[];
  summaryMarked: Stretch[];
  /** Where else the words stand; null when the summary has them all, or nothing was searched. */
  snippet: Snippet | null;
};

export type RequestList = {
  rows: FoundRow[];
  /** The place of the next page; null on the last one. */
  next: string | null;
  /** What was searched instead of words that no request has. */
  correction: { typed: string; meant: string }[];
  /** Only so many of the words were searched; null where all were. */
  limit: number | null;
  /** The search took too long and was given up; there are no rows. */
  isGivenUp: boolean;
};

const pageSize = 25;
const maxMilliseconds = 4_000;

/**
 * One page of the actor's own requests, as the view asks for them. A word that none of them has is taken for the
 * nearest one that they do have.
 */
export async function listRequests(actor: PersonActor, view: View): Promise<RequestList> {
  if (view.words === "") return readList(actor, view);
  return takeTurn(actor.id, () => readList(actor, view)).catch(error => {
    if (!isStatementTimeout(error)) throw error;
    return { rows: [], next: null, correction: [], limit: null, isGivenUp: true };
  });
}

async function readList(actor: PersonActor, view: View): Promise<RequestList> {
  const { rows, terms, correction, limit } = await findRows(actor, view, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const snippets = await readSnippets(
    page.map(({ id }) => id),
    terms,
  );
  return {
    rows: page.map(row => {
      const shaped = shape(row);
      return {
        ...shaped,
        referenceMarked: markWords(shaped.reference, terms),
        summaryMarked: markWords(shaped.summary, terms),
        snippet: snippets.get(row.id) ?? null,
      };
    }),
    next: rows.length > pageSize && last ? placeAfter(last, orderOf(view)) : null,
    correction,
    limit,
    isGivenUp: false,
  };
}

/** All that a view shows, from its top to its end, in batches. */
export async function* walkRequests(
  actor: PersonActor,
  view: View,
  batchSize = 500,
): AsyncGenerator<RequestRow[]> {
  const inTurn = <T>(read: () => Promise<T>) => (view.words === "" ? read() : takeTurn(actor.id, read));
  let found = await inTurn(() => findRows(actor, { ...view, after: "" }, batchSize));
  const { terms } = found;
  while (found.rows.length > 0) {
    yield found.rows.map(shape);
    const last = found.rows.at(-1);
    if (!last || found.rows.length < batchSize) return;
    const after = placeAfter(last, orderOf(view));
    found = { ...found, rows: await inTurn(() => readRows(actor, { ...view, after }, terms, batchSize)) };
  }
}

async function findRows(actor: PersonActor, view: View, count: number) {
  const { terms, limit } = readTerms(view.words);
  // Words without a letter or digit say nothing, so nothing has them.
  if (view.words !== "" && terms.length === 0) return { rows: [], terms, correction: [], limit };
  const rows = await readRows(actor, view, terms, count);
  if (rows.length > 0 || terms.length === 0) return { rows, terms, correction: [], limit };
  const corrected = await correctTerms(actor, terms);
  if (!corrected) return { rows, terms, correction: [], limit };
  return {
    rows: await readRows(actor, view, corrected.terms, count),
    terms: corrected.terms,
    correction: corrected.correction,
    limit,
  };
}

type Row = {
  id: string;
  number: number;
  summary: string;
  typeName: string;
  status: Status;
  resolution: Resolution | null;
  requesterName: string;
  role: MemberRole;
  isUnread: boolean;
  createdAt: Date;
  lastActivityAt: Date;
  place: unknown;
};

// Walks the members of one person by members_newest or members_by_phase, then requests_pkey and notices_of_request: never more than is theirs.
async function readRows(actor: PersonActor, view: View, terms: Term[], count: number): Promise<Row[]> {
  const { value, orderBy, below } = orderingOf(view, terms);
  const query = db().$queryRaw<Row[]>(Prisma.sql`
    select r.id, r.number, r.summary, t.name as "typeName", r.status::text as status, r.resolution::text as resolution,
           p.name as "requesterName", m.role::text as role, r."createdAt", m."lastActivityAt", ${value} as place,
           exists (select from notices n where n."personId" = m."personId" and n."requestId" = r.id
                   and n."readAt" is null) as "isUnread"
    from members m
    join requests r on r.id = m."requestId"
    join form_versions f on f.id = r."formVersionId"
    join request_types t on t.id = f."typeId"
    join people p on p.id = r."requesterId"
    where ${conditionsOf(actor, view, terms)} and ${below}
    ${orderBy} limit ${count}`);
  if (terms.length === 0) return query;
  const [, rows] = await db().$transaction([limitStatements(maxMilliseconds), query]);
  return rows;
}

function shape(row: Row): RequestRow {
  const reference = referenceOf(row.number);
  return {
    reference,
    href: `/requests/${reference}`,
    summary: row.summary,
    typeName: row.typeName,
    status: row.status,
    statusLabel: statuses[row.status].customerLabel,
    resolutionLabel: row.resolution && resolutions[row.resolution],
    requesterName: row.requesterName,
    isShared: row.role === "participant",
    isUnread: row.isUnread,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
  };
}
