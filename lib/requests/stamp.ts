import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { db } from "../db";
import type { EventType } from "../events/types";

/**
 * Whose page of a request reads differently after an event: that of everyone on it, of agents, or of the person it is
 * about; with "names" that of everyone on a request where this person is shown, with "addresses" that of agents there.
 */
type Reach = "everyone" | "agents" | "its person" | "names" | "addresses" | null;

const reaches: Record<EventType, Reach> = {
  request_submitted: "everyone",
  comment_posted: "everyone",
  comment_edited: "everyone",
  request_moved: "everyone",
  request_corrected: "everyone",
  follow_up_raised: "everyone",
  invitation_sent: "everyone",
  invitation_withdrawn: "everyone",
  invitation_accepted: "everyone",
  participant_removed: "everyone",
  participant_left: "everyone",
  request_assigned: "everyone",
  note_added: "agents",
  request_muted: "its person",
  request_unmuted: "its person",
  person_renamed: "names",
  email_changed: "addresses",
  sign_up_asked: null,
  signed_up: null,
  person_created: null,
  person_suspended: null,
  person_restored: null,
  password_link_asked: null,
  password_set: null,
  password_changed: null,
  email_change_asked: null,
  log_in_link_asked: null,
  logged_in_by_link: null,
  test_mail_asked: null,
  mail_released: null,
  suppression_lifted: null,
  mail_pace_chosen: null,
  // What became of the mail is an event of its own.
  reply_accepted: null,
  reply_attached: null,
  reply_discarded: null,
};

const reaching = (...wanted: Reach[]) =>
  (Object.keys(reaches) as EventType[]).filter(type => wanted.includes(reaches[type]));

/** What everyone on a request can see, and so may be told of while they write. */
export const openTypes = reaching("everyone");
const ownTypes = reaching("its person");
// The trigger "tell_news" names the last two kinds.
const forCustomers = { shared: openTypes, named: reaching("names") };
const forAgents = { shared: reaching("everyone", "agents"), named: reaching("names", "addresses") };

export type Stamp = {
  /** Changes whenever the page of this reader reads differently. */
  stamp: string;
  /** Who is shown on the page. */
  people: string[];
};

/**
 * From what the page of a request is drawn for this reader, who may see it. To be read before the page itself: what
 * happens in between then draws it once too often, and never once too seldom.
 */
export async function readStamp(actor: PersonActor, number: number): Promise<Stamp> {
  const { shared, named } = isAgent(actor) ? forAgents : forCustomers;
  // A page shows at most the latest hundred events until somebody asks for earlier ones.
  const [row] = await db().$queryRaw<{ newest: bigint; named: bigint; people: string[] }[]>`
    with request as (select id, "assigneeId" from requests where number = ${number}),
    people as (
      select "personId" as id from members where "requestId" = (select id from request)
      union select "assigneeId" from request where "assigneeId" is not null
      union select "actorId" from (
        select "actorId" from events where "requestId" = (select id from request) order by id desc limit 100
      ) as recent where "actorId" is not null
    )
    select
      coalesce((
        select max(id) from events where "requestId" = (select id from request)
        and (type = any(${shared}) or (type = any(${ownTypes}) and "personId" = ${actor.id}::uuid))
      ), 0) as newest,
      coalesce((
        select max(id) from events where "personId" in (select id from people) and type = any(${named})
      ), 0) as named,
      array(select id::text from people) as people`;
  return { stamp: `${row?.newest ?? 0}.${row?.named ?? 0}`, people: row?.people ?? [] };
}
