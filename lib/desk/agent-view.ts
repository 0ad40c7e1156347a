import "server-only";
import { type AgentChoice, type AgentOrAway, awayUntilSql, type PresentAgent } from "../accounts/agents";
import { type Actor, idOf, isAgent, type PersonActor } from "../actor";
import type { Answers, Field } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import { readWholeForm } from "../catalog/queries";
import { Prisma } from "../db";
import type { Priority } from "../generated/enums";
import type { ArticleTitle } from "../help/read";
import type { Message } from "../refusal";
import { type AgentLine, describeAgentAnswers } from "../requests/agent-answers";
import { describeRequest, type RequestPage, readSide, type Side } from "../requests/customer-view";
import { findRequest } from "../requests/found";
import { readHistory } from "../requests/history";
import type { HistoryView } from "../requests/history-view";
import { keepAgents, keepTags, keepTeams } from "../requests/kept-choices";
import { assigneeByReply, can } from "../requests/policy";
import { type TagChoice, tagsOfSql } from "../tags/read";
import type { TeamChoice } from "../teams/choices";
import { type Customer, type CustomerRow, customerOf, customerSql } from "./customer";
import { type Habits, habitsOf } from "./habits";
import { type Linked, type LinkedRow, linkedOf, linkedSql } from "./linked";

export type DeskPage = RequestPage & {
  requester: { id: string; name: string; email: string };
  customer: Customer;
  /** Whether the reader reads and writes notes about them. */
  knowsCustomer: boolean;
  assignee: AgentOrAway | null;
  priority: Priority;
  tags: TagChoice[];
  /** Those in use. */
  tagChoices: TagChoice[];
  /** One more than are shown, where there are more. */
  linked: Linked[];
  snoozedUntil: string | null;
  /** What the form asks only agents. */
  agentLines: AgentLine[];
  isOpen: boolean;
  team: TeamChoice | null;
  organisationSlug: string | null;
  /** Those that it can be handed over to. */
  teams: TeamChoice[];
  /** Names of the other agents who follow it. */
  followers: string[];
  isFollowing: boolean;
  /** Null during the customer's turn. */
  waitingSince: string | null;
  agents: PresentAgent[];
  /** Whether a public reply would assign the request to the reader. */
  assignsByReply: boolean;
  /** The reader's. */
  habits: Habits;
  /** The reader's, under their public replies in mails. */
  signature: string;
  /** Replies of the reader's that are not sent yet, or were refused. */
  dueReplies: DueReply[];
  /** The help page that its requester had read before they raised it. */
  readBefore: ArticleTitle | null;
};

type DeskRow = CustomerRow &
  LinkedRow & {
    email: string;
    isOpen: boolean;
    deskSpokeLast: boolean;
    waitingSince: Date;
    snoozedUntil: Date | null;
    priority: Priority;
    tags: TagChoice[];
    catalogVersion: string;
    assignee: AgentOrAway | null;
    agentAnswers: Answers | null;
    ofTeam: TeamChoice | null;
    organisationSlug: string | null;
    followedBy: AgentChoice[];
    habits: unknown;
    signature: string;
    dueReplies: DueReply[];
    readBefore: ArticleTitle | null;
  };

/** `refusal` says why it was not sent; of one that can still be undone there is none. */
export type DueReply = {
  place: string;
  person: string;
  body: string;
  refusal: { code: string; params: Message["params"] } | null;
};

const deskColumns = (actor: PersonActor) => Prisma.sql`,
  ${customerSql(actor)}, requester.email, request."isOpen", request."deskSpokeLast", request."waitingSince", request.priority, request."snoozedUntil",
  ${tagsOfSql(Prisma.sql`request.id`)} as tags,
  (select v.value::text from versions v where v.name = 'catalog') as "catalogVersion",
  ${linkedSql(actor)} as linked,
  (select a.answers from agent_answers a where a."requestId" = request.id) as "agentAnswers",
  ${followersSql} as "followedBy",
  (
    select json_build_object('id', p.id, 'name', p.name, 'awayUntil', ${awayUntilSql})
    from people p where p.id = request."assigneeId"
  ) as assignee,
  (
    select json_build_object('slug', t.slug, 'name', t.name) from teams t where t.id = request."teamId"
  ) as "ofTeam",
  (select o.slug from organisations o where o.id = request."organisationId") as "organisationSlug",
  (
    select json_build_object('slug', a.slug, 'language', a.language, 'title', a.title, 'category', a.category)
    from help_articles a where a.id = request."readArticleId"
  ) as "readBefore",
  (select p.habits from people p where p.id = ${actor.id}::uuid) as habits,
  (select p.signature from people p where p.id = ${actor.id}::uuid) as signature,
  ${dueRepliesSql(actor)} as "dueReplies"`;

// Index drafts_pkey: nobody has many.
const dueRepliesSql = ({ id }: PersonActor) => Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'place', d.place, 'person', d."personId", 'body', d.fields->>'body', 'refusal', case when d."dueAt" is null then d.refusal end
  ) order by d."updatedAt"), '[]')
  from drafts d where d."personId" = ${id}::uuid and d."requestId" = request.id
)`;

// Looked up by their keys: followers_pkey, people_pkey.
const followersSql = Prisma.sql`(
  select coalesce(json_agg(follower order by follower.name), '[]') from (
    select p.id, p.name from followers f join people p on p.id = f."personId"
    where f."requestId" = request.id and p.role <> 'customer' and p."suspendedAt" is null
  ) follower
)`;

/** Of a missing request, and for anybody who is not an agent, it finds nothing. */
export const deskSide: Side<DeskPage, DeskRow> = {
  view: "agent",
  find: async (actor, reference, beside) =>
    actor.kind === "person" && isAgent(actor)
      ? findRequest(actor, reference, Prisma.sql`${deskColumns(actor)} ${beside}`, {
          forDesk: true,
          moments: ["waitingSince", "snoozedUntil", "lastSeen"],
        })
      : null,
  async read(request, view) {
    const { asking, requester, email, isOpen, deskSpokeLast, waitingSince } = request;
    const { assignee, followedBy: followers, ofTeam: team, organisationSlug, catalogVersion } = request;
    const { habits, signature, dueReplies, readBefore } = request;
    const { priority, tags, snoozedUntil } = request;
    const { actor } = asking;
    const knowsCustomer = can(asking, "know customer", request);
    const whole = (await readWholeForm(request.formVersionId)) ?? [];
    const agentAnswers = request.agentAnswers ?? {};
    const reader = { actor, wordedFor: "agent", withNotes: true, seesInvited: true } as const;
    return {
      ...describeRequest(request, "agent"),
      ...(await readHistory(request, reader, view)),
      requester: { id: requester.id, name: requester.name, email },
      customer: customerOf(request, asking.settings, knowsCustomer),
      knowsCustomer,
      agentLines: agentLinesFor(actor, whole, { answers: request.answers, agentAnswers }),
      linked: linkedOf(request, asking.settings),
      ...{ assignee, team, organisationSlug, priority, tags, isOpen },
      ...(await offeredIn(catalogVersion)),
      snoozedUntil: snoozedUntil?.toISOString() ?? null,
      followers: followers.filter(({ id }) => id !== idOf(actor)).map(({ name }) => name),
      isFollowing: followers.some(({ id }) => id === idOf(actor)),
      waitingSince: isOpen && !deskSpokeLast ? waitingSince.toISOString() : null,
      assignsByReply: assigneeByReply(actor, request) !== null,
      habits: habitsOf(habits),
      ...{ signature, dueReplies, readBefore },
    };
  },
};

/** What can be chosen: read once per version, so that a request does not read all agents of the desk. */
async function offeredIn(version: string): Promise<Pick<DeskPage, "agents" | "teams" | "tagChoices">> {
  const [agents, teams, tags] = await Promise.all([
    keepAgents(version),
    keepTeams(version),
    keepTags(version),
  ]);
  return { agents, teams: teams.flatMap(asOffered), tagChoices: tags.flatMap(asOffered) };
}

const asOffered = <C extends { isArchived: boolean }>({ isArchived, ...choice }: C) =>
  isArchived ? [] : [choice];

const agentLinesFor = (actor: Actor, whole: Field[], given: Parameters<typeof describeAgentAnswers>[1]) =>
  actor.kind === "person" ? describeAgentAnswers(fieldsFor(actor, whole), given, actor) : [];

export const readDeskPage = (actor: Actor, reference: string, view?: HistoryView) =>
  readSide(deskSide, actor, reference, view);
