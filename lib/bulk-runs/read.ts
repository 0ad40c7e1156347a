import "server-only";
import { type ActionName, isActionName } from "../actions/table";
import { isAdmin, isAgent, type PersonActor } from "../actor";
import { pageOf } from "../cursor";
import { db, type Prisma } from "../db";
import type { BulkItemState } from "../generated/enums";
import { isRefusalCode, type Message, notFound } from "../refusal";
import { visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";

export type RunRow = {
  id: string;
  /** Null where this release no longer has it. */
  action: ActionName | null;
  personName: string;
  createdAt: string;
  isStopped: boolean;
  isEnded: boolean;
  counts: Record<BulkItemState, number>;
};

export type RunItem = {
  reference: string;
  summary: string;
  state: BulkItemState;
  /** Of a refused one; null where this release does not know the reason. */
  why: Message | null;
};

export type RunPage = RunRow & {
  input: RunInput;
  items: RunItem[];
  next: string | null;
};

/** What the action was given, with names for ids. */
export type RunInput = {
  to?: { name: string } | "me" | "nobody";
  team?: { name: string } | "no_team";
  tag?: { name: string };
  priority?: string;
  until?: string;
  resolution?: string;
  body?: string;
};

const pageSize = 100;
const maxListed = 25;

const rowColumns = {
  ...{ id: true, action: true, input: true, createdAt: true, stoppedAt: true, endedAt: true },
  person: { select: { name: true } },
} as const;

type Row = Prisma.BulkRunGetPayload<{ select: typeof rowColumns }>;

export type Shown = BulkItemState | "all";

/**
 * A run with a page of its requests, as far as its reader may see them. Its own person may read it, and admins.
 * @throws Refusal not_found
 */
export async function readRun(
  actor: PersonActor,
  id: string,
  { show, after }: { show: Shown; after: number },
): Promise<RunPage> {
  if (!isAgent(actor)) throw notFound();
  const settings = await readDeskSettings();
  const [run, counts, items] = await Promise.all([
    db().bulkRun.findFirst({
      where: { id, ...(!isAdmin(actor) && { personId: actor.id }) },
      select: rowColumns,
    }),
    countItems([id]),
    db().bulkItem.findMany({
      where: {
        ...{ runId: id, place: { gte: after }, request: visibleTo(actor) },
        ...(show !== "all" && { state: show }),
      },
      orderBy: { place: "asc" }, // bulk_items_pkey, bulk_items_by_state
      take: pageSize + 1,
      select: {
        ...{ place: true, state: true, code: true, params: true },
        request: { select: { number: true, summary: true } },
      },
    }),
  ]);
  if (!run) throw notFound();
  const { page, next } = pageOf(items, pageSize, ({ place }) => String(place + 1));
  return {
    ...rowOf(run, counts(id)),
    input: await tellInput(run.input),
    items: page.map(({ request, state, code, params }) => ({
      reference: referenceOf(request.number, settings),
      summary: request.summary,
      state,
      why:
        code !== null && isRefusalCode(code) ? { code, params: (params ?? {}) as Message["params"] } : null,
    })),
    next,
  };
}

/** Newest first. @throws Refusal not_found for anybody who is not an agent */
export async function listRuns(actor: PersonActor): Promise<RunRow[]> {
  if (!isAgent(actor)) throw notFound();
  const runs = await db().bulkRun.findMany({
    where: { personId: actor.id },
    orderBy: { id: "desc" }, // index bulk_runs_of_person
    take: maxListed,
    select: rowColumns,
  });
  const counts = await countItems(runs.map(({ id }) => id));
  return runs.map(run => rowOf(run, counts(run.id)));
}

const rowOf = (
  { id, action, person, createdAt, stoppedAt, endedAt }: Row,
  counts: RunRow["counts"],
): RunRow => ({
  id,
  action: isActionName(action) ? action : null,
  personName: person.name,
  createdAt: createdAt.toISOString(),
  isStopped: stoppedAt !== null,
  isEnded: endedAt !== null,
  counts,
});

async function countItems(runIds: string[]): Promise<(id: string) => RunRow["counts"]> {
  const groups = await db().bulkItem.groupBy({
    by: ["runId", "state"],
    where: { runId: { in: runIds } }, // index bulk_items_by_state
    _count: true,
  });
  return id => {
    const count = (state: BulkItemState) =>
      groups.find(group => group.runId === id && group.state === state)?._count ?? 0;
    return { waiting: count("waiting"), done: count("done"), refused: count("refused") };
  };
}

type Kept = Omit<RunInput, "to" | "team" | "tag"> & {
  to?: string | null;
  team?: string | null;
  tag?: string;
};

async function tellInput(json: Prisma.JsonValue): Promise<RunInput> {
  const { to, team, tag, priority, until, resolution, body } = json as Kept;
  const named = { select: { name: true } } as const;
  const person = to && to !== "me" ? await db().person.findUnique({ where: { id: to }, ...named }) : null;
  const known = team ? await db().team.findUnique({ where: { slug: team }, ...named }) : null;
  const mark = tag ? await db().tag.findUnique({ where: { slug: tag }, ...named }) : null;
  return {
    ...{ priority, until, resolution, body },
    ...(to === "me" && { to }),
    ...(to === null && { to: "nobody" }),
    ...(person && { to: person }),
    ...(team === null && { team: "no_team" }),
    ...(known && { team: known }),
    ...(mark && { tag: mark }),
  };
}
