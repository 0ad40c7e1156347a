import "server-only";
import { type PersonActor, seesAll } from "../actor";
import { Prisma } from "../db";
import { deskVisibleSql, visibleSql } from "../requests/policy";
import type { Direction, Order, Sort } from "./columns";
import type { Key } from "./cursor";
import { lastWordsSql } from "./described";
import { type Condition, type FilterName, isOpenOnly, startOfSpan } from "./filters";
import type { Inside } from "./found";
import { conditionOf, isFollowed, sleepIn, walkLinked, walkQueue, wholeDesk } from "./queue-walks";

const { sql } = Prisma;

export type Walk = {
  index: string;
  /** The order of the index, with equal keys ordered by id. */
  order: Sort;
  direction: Direction;
  from: Prisma.Sql;
  /** The same for the rows of one request, which are found by its key. */
  ofOne: (id: Prisma.Sql) => Prisma.Sql;
  id: Prisma.Sql;
  keys: Key[];
  /** In front of the keys, what is the same for all: PostgreSQL does not see that from "is null". */
  alike?: Prisma.Sql;
  where: Prisma.Sql;
  /** What filters ask of the walk besides. Without it the index has all that is read. */
  extra: Prisma.Sql[];
  /** Fields whose conditions are already in `where`. */
  covers: readonly FilterName[];
};

export type Scope = {
  /** The right to see row `r` of requests in it. */
  seen: Prisma.Sql;
  walkFor: (filters: Condition[], order: Order) => Walk;
  inside: Inside | null;
  /** What this list alone says of a row `x`: further columns. */
  describes?: Prisma.Sql;
  /** More of them, where nothing is searched. */
  tells?: Prisma.Sql;
  /** Looks up a typed number directly, because a walk would reach it late. */
  findsNumbers: boolean;
  /** By index, the ids of all requests of the scope with one of these words, and perhaps of some without. */
  requestsWith: (words: Prisma.Sql) => Source[];
  /** All passages `p` of the scope, where they are few enough to be read. */
  passages: Source | null;
  /** The reader sees every text of the desk, so nothing is given away by saying that a word is in none of them. */
  hasAllWords?: boolean;
  /** Whether a passage `p` of the scope passes a test: for many of them by index, for the others by reading them. */
  says: (test: { byIndex: Prisma.Sql; byReading: Prisma.Sql }) => Prisma.Sql;
};

/** `select ${id} from ${from} where ${where}` */
export type Source = { id: Prisma.Sql; from: Prisma.Sql; where: Prisma.Sql };

/** Requests shared with somebody in which a word is looked for before it is corrected to another. */
const maxShared = 200;

/** By phase where the filters say which. */
const walkByPhase = (filters: Condition[], order: Order) => ({
  phase: isOpenOnly(filters) ? ("open" as const) : phaseOf(filters),
  order: "activity" as const,
  direction: order.by === "activity" ? order.direction : ("desc" as const),
  covers: ["phase"] as const,
});

export function ownScope(actor: PersonActor): Scope {
  const mine = sql`m."personId" = ${actor.id}::uuid`;
  const shared = sql`${mine} and m.role = 'participant'`; // members_shared
  const raised: Source = {
    id: sql`p."requestId"`,
    from: sql`passages p`,
    where: sql`array[p."requesterId"] @> array[${actor.id}::uuid]`, // passages_words
  };
  return {
    seen: visibleSql(actor),
    inside: null,
    findsNumbers: false,
    requestsWith: words => [
      { ...raised, where: sql`${raised.where} and words_of(p.folded) && ${words}` },
      { id: sql`m."requestId"`, from: sql`members m`, where: shared },
    ],
    passages: raised,
    says: ({ byIndex, byReading }) => sql`(
      exists (select from passages p where ${raised.where} and ${byIndex})
      or exists (
        select from (select m."requestId" as id from members m where ${shared} limit ${maxShared}) m
        cross join lateral (select folded from passages where "requestId" = m.id offset 0) p -- passages_requestId_idx
        where ${byReading}
      ))`,
    walkFor: (filters, order) => {
      const { phase, ...walk } = walkByPhase(filters, order);
      const isOpen = phase === "open" ? sql`m."isOpen"` : sql`not m."isOpen"`;
      return {
        ...walk,
        index: phase ? "members_by_phase" : "members_newest",
        from: sql`members m`,
        ofOne: id => sql`(select * from members where "requestId" = ${id} offset 0) m`, // members_pkey
        id: sql`m."requestId"`,
        keys: [{ by: sql`m."lastActivityAt"`, kind: "timestamptz" }],
        where: phase ? sql`${mine} and ${isOpen}` : mine,
        extra: conditionOf(filters, "role") ? [sql`role`] : [],
      };
    },
  };
}

/** What the managers of an organisation see of it; nothing for anybody else. */
export function ourScope(actor: PersonActor, slug: string): Scope {
  const managed = sql`(
    select m."organisationId" from organisations o join organisation_members m on m."organisationId" = o.id
    where o.slug = ${slug} and m."personId" = ${actor.id}::uuid and m."isManager")`;
  const passages: Source = {
    id: sql`p."requestId"`,
    from: sql`passages p`,
    // passages_of_organisation
    where: sql`p."organisationId" is not null and array[p."organisationId"] @> array[${managed}]`,
  };
  return {
    seen: visibleSql(actor),
    inside: null,
    findsNumbers: false,
    requestsWith: words => [
      { ...passages, where: sql`${passages.where} and words_of(p.folded) && ${words}` },
    ],
    passages,
    says: ({ byIndex }) => sql`exists (select from passages p where ${passages.where} and ${byIndex})`,
    walkFor: (filters, order) => {
      const { phase, ...walk } = walkByPhase(filters, order);
      const isOpen = phase === "open" ? sql`r."isOpen"` : sql`not r."isOpen"`;
      const ours = sql`r."organisationId" = ${managed} and not r."isPrivate"`;
      return {
        ...wholeDesk,
        ...walk,
        index: phase ? "requests_of_organisation_by_phase" : "requests_of_organisation",
        keys: [{ by: sql`r."lastActivityAt"`, kind: "timestamptz" }],
        where: phase ? sql`${ours} and ${isOpen}` : ours,
      };
    },
  };
}

function phaseOf(filters: Condition[]): "open" | "done" | null {
  if (conditionOf(filters, "status")) return "done";
  return conditionOf(filters, "phase")?.value ?? null;
}

const walks = {
  reference: { index: "requests_number_key", key: { by: sql`r.number`, kind: "int" } },
  raised: { index: "requests_by_age", key: { by: sql`r."createdAt"`, kind: "timestamptz" } },
  activity: { index: "requests_by_activity", key: { by: sql`r."lastActivityAt"`, kind: "timestamptz" } },
} as const;

/** Whatever this agent sees of the desk: of anything else, no row, no word and no end of a walk depends. */
export function deskScope(actor: PersonActor): Scope {
  const isWhole = seesAll(actor);
  const seen = deskVisibleSql(actor);
  return {
    seen,
    tells: lastWordsSql,
    inside: { reader: actor },
    // request_tags_pkey; tags are few
    describes: sql`, array(
      select t.slug from request_tags y join tags t on t.id = y."tagId" where y."requestId" = x.id order by t.position, t.id
    ) as tags`,
    findsNumbers: true,
    requestsWith: textsOfDesk,
    passages: null,
    hasAllWords: isWhole,
    // Its words are those of the desk, or of what is seen of it: passages_words, requests_pkey.
    says: ({ byIndex }) =>
      isWhole
        ? sql`true`
        : sql`exists (
            select from passages p cross join lateral (select * from requests where id = p."requestId" offset 0) r
            where ${byIndex} and ${seen})`,
    walkFor: (filters, order) => {
      const walk = walkDesk(filters, order, actor);
      return isWhole ? walk : { ...walk, where: sql`${walk.where} and ${seen}` };
    },
  };
}

function walkDesk(filters: Condition[], order: Order, actor: PersonActor): Walk {
  if (isOpenOnly(filters)) return walkQueue(filters, order, actor);
  const sleep = sleepIn(filters);
  const by = order.by === "reference" || order.by === "raised" ? order.by : "activity";
  const { index, key } = walks[by];
  const linked = walkLinked(filters, actor);
  if (linked)
    return {
      ...{ ...wholeDesk, order: by, direction: order.direction, keys: [key] },
      ...{ ...linked, where: sql`${linked.where}${sleep}`, covers: [...linked.covers, "snoozed"] },
    };
  if (conditionOf(filters, "follower"))
    return {
      ...wholeDesk,
      ...{ index: "followers_of_person", order: by, direction: order.direction, keys: [key] },
      where: sql`${isFollowed(actor)}${sleep}`,
      covers: ["follower", "snoozed"],
    };
  const organisation = by === "activity" && conditionOf(filters, "organisation");
  if (organisation) return walkOrganisation(organisation.value, order);
  const resolved = by === "activity" && conditionOf(filters, "resolved");
  return {
    ...wholeDesk,
    index,
    order: by,
    direction: order.direction,
    keys: [key],
    // What was resolved since then has been active since then.
    where: resolved
      ? sql`r."lastActivityAt" >= ${startOfSpan(resolved.value, actor.timeZone).toISOString()}::timestamptz${sleep}`
      : sql`true${sleep}`,
    covers: ["snoozed"],
  };
}

const textsOfDesk = (words: Prisma.Sql): Source[] => [
  // passages_words
  { id: sql`p."requestId"`, from: sql`passages p`, where: sql`words_of(p.folded) && ${words}` },
  // notes_words
  { id: sql`n."requestId"`, from: sql`notes n`, where: sql`words_of(n.folded collate "C") && ${words}` },
  // agent_answers_words
  { id: sql`g."requestId"`, from: sql`agent_answers g`, where: sql`words_of(g.folded) && ${words}` },
  // people_words, requests_requesterId_submissionKey_key
  {
    id: sql`q.id`,
    from: sql`people p cross join lateral (select id from requests where "requesterId" = p.id offset 0) q`,
    where: sql`words_of(p.folded collate "C") && ${words}`,
  },
  // files_words
  {
    id: sql`f."requestId"`,
    from: sql`files f`,
    where: sql`f."requestId" is not null and words_of(f.folded) && ${words}`,
  },
  // customer_notes_words, requests_requesterId_submissionKey_key
  {
    id: sql`q.id`,
    from: sql`customer_notes k cross join lateral (select id from requests where "requesterId" = k."personId" offset 0) q`,
    where: sql`words_of(k.folded) && ${words}`,
  },
];

const walkOrganisation = (slug: string, { direction }: Order): Walk => ({
  ...wholeDesk,
  index: "requests_of_organisation_for_desk",
  order: "activity",
  direction,
  keys: [walks.activity.key],
  where: sql`r."organisationId" = (select o.id from organisations o where o.slug = ${slug})`,
  covers: ["organisation"],
});
