import "server-only";
import { Prisma } from "../db";

/** Whom the rows are of, and what stands in them afterwards, in the language of the desk. */
export type Erased = {
  id: string;
  email: string;
  at: Date;
  /** What they are called, and reached by, from then on. */
  name: string;
  address: string;
  /** Instead of what they wrote, and of what they asked for. */
  words: string;
  summary: string;
};

/** One statement that empties some rows, at most so many; nothing once all of them are. */
export type Step = (of: Erased, most: Prisma.Sql) => Prisma.Sql;

const own = ({ id }: Erased) => Prisma.sql`${id}::uuid`;
const requestsOf = (of: Erased) => Prisma.sql`(select id from requests where "requesterId" = ${own(of)})`;
const commentsBy = (of: Erased) => Prisma.sql`(select id from comments where "authorId" = ${own(of)})`;
const notesBy = (of: Erased) => Prisma.sql`(select id from notes where "authorId" = ${own(of)})`;
/** Mails about these tell others of their words, their name or their requests. Indexes events_of_actor, events_of_request. */
const eventsOf = (of: Erased) => Prisma.sql`(
  select id from events where "actorId" = ${own(of)}
  union select id from events where "requestId" in ${requestsOf(of)})`;

type Which = (of: Erased) => Prisma.Sql;

const deletes =
  (table: string, which: Which): Step =>
  (of, most) => {
    const from = Prisma.raw(`"${table}"`);
    return Prisma.sql`delete from ${from} where ctid in (select ctid from ${from} where ${which(of)} ${most})`;
  };

const ofPerson = (table: string): Step => deletes(table, of => Prisma.sql`"personId" = ${own(of)}`);

const theirWords: Step[] = [
  (of, most) => Prisma.sql`
    update comments set body = ${of.words} where id in (
      select id from comments where "authorId" = ${own(of)} and body <> ${of.words} ${most})`, // index comments_of_author
  deletes("earlier_words", of => Prisma.sql`"commentId" in ${commentsBy(of)}`),
  (of, most) => Prisma.sql`
    update notes set body = ${of.words} where id in (
      select id from notes where "authorId" = ${own(of)} and body <> ${of.words} ${most})`, // index notes_of_author
  deletes("mentions", of => Prisma.sql`"noteId" in ${notesBy(of)}`),
  (of, most) => Prisma.sql`
    update requests set summary = ${of.summary}, answers = '{}', "searchText" = '' where id in (
      select id from requests where "requesterId" = ${own(of)}
        and (summary <> ${of.summary} or answers <> '{}' or "searchText" <> '') ${most})`,
  deletes("agent_answers", of => Prisma.sql`"requestId" in ${requestsOf(of)}`),
  deletes("passages", of => Prisma.sql`"sourceId" in ${commentsBy(of)}`),
  deletes("passages", of => Prisma.sql`"sourceId" in ${requestsOf(of)}`),
  deletes(
    "changes",
    of => Prisma.sql`"eventId" in (
      select id from events where "personId" = ${own(of)} union select id from events where "requestId" in ${requestsOf(of)})`,
  ),
  // Answers to the request of somebody else stay, whoever entered them.
  deletes(
    "files",
    of => Prisma.sql`
      "ownerId" = ${own(of)} and ("requestId" is null or "commentId" is not null or "noteId" is not null)`, // index files_of_owner
  ),
  deletes("files", of => Prisma.sql`"commentId" in ${commentsBy(of)}`),
  deletes(
    "files",
    of => Prisma.sql`"requestId" in ${requestsOf(of)} and "commentId" is null and "noteId" is null`,
  ),
  deletes("customer_notes", of => Prisma.sql`"personId" = ${own(of)} or "writerId" = ${own(of)}`),
];

/** An @ in a note of a colleague is their name; the rest of the note is not theirs. */
const theirMentions: Step[] = [
  of => Prisma.sql`
    with recursive named as (
      select "noteId", words, row_number() over (partition by "noteId" order by length(words) desc, words) as place
      from mentions where "personId" = ${own(of)} -- index mentions_of_person
    ), told as (
      select n.id, n.body, 0::bigint as done from notes n where n.id in (select "noteId" from named)
      union all
      select t.id, replace(t.body, '@' || named.words, ${`@${of.name}`}), named.place
      from told t join named on named."noteId" = t.id and named.place = t.done + 1
    )
    update notes set body = last.body
    from (select distinct on (id) id, body from told order by id, done desc) last
    where last.id = notes.id and last.body <> notes.body`,
  ofPerson("mentions"),
];

/** What is not sent yet is rendered again, from what is left. */
const rendersAgain =
  (which: Which): Step =>
  (of, most) =>
    Prisma.sql`
    update deliveries set subject = null, html = null, text = null, "renderedAt" = null, edition = edition + 1,
      sealed = case when kind in ('shared_with_you', 'account_invitation') then null else sealed end,
      state = case when kind in ('shared_with_you', 'account_invitation') and state in ('pending', 'held') then 'cancelled' else state end
    where id in (
      select id from deliveries
      where ${which(of)} and subject is not null and state <> 'sending' and coalesce("renderedAt", "createdAt") <= ${of.at}
      ${most})`;

const theirMails: Step[] = [
  (of, most) => Prisma.sql`
    update deliveries set "to" = ${of.address}, "from" = null, "messageId" = null, subject = null, html = null, text = null,
      headers = null, sealed = null, facts = '{}', reason = null, "providerId" = null, "leaseId" = null, "leaseUntil" = null,
      "heldUntil" = null, state = case when state in ('sent', 'dead') then state else 'cancelled' end
    where id in (
      select id from deliveries
      where ("personId" = ${own(of)} or "to" = ${of.email}) and "to" <> ${of.address} ${most})`, // indexes deliveries_of_person, deliveries_to_address
  rendersAgain(of => Prisma.sql`"eventId" in ${eventsOf(of)}`),
  rendersAgain(of => Prisma.sql`"requestId" in ${requestsOf(of)}`),
  rendersAgain(
    of => Prisma.sql`
      id in (select "deliveryId" from notices where "deliveryId" is not null and "eventId" in ${eventsOf(of)})`,
  ),
  of => Prisma.sql`
    update deliveries set "to" = ${of.address} where kind = 'shared_with_you' and "to" <> ${of.address} and "eventId" in (
      select id from events where "actorId" = ${own(of)} and type = 'invitation_sent')`, // index events_of_actor
  (of, most) => Prisma.sql`
    update invitations set email = ${of.address},
      "withdrawnAt" = case when "acceptedAt" is null then coalesce("withdrawnAt", ${of.at}) else "withdrawnAt" end
    where id in (
      select id from invitations
      where ("invitedById" = ${own(of)} or email = ${of.email}) and email <> ${of.address} ${most})`,
  deletes("inbound_mails", of => Prisma.sql`"senderId" = ${own(of)} or "from" = ${of.email}`),
  // The whole mails of others quote what they answer to.
  (of, most) => Prisma.sql`
    update inbound_mails set text = body, subject = ${of.summary} where id in (
      select id from inbound_mails
      where (text <> body or subject <> ${of.summary}) and "receivedAt" <= ${of.at} and "requestId" in (
        select id from requests where "requesterId" = ${own(of)}
        union select "requestId" from comments where "authorId" = ${own(of)}) ${most})`,
  deletes("suppressions", of => Prisma.sql`email = ${of.email}`),
  deletes("account_invitations", of => Prisma.sql`email = ${of.email}`),
  deletes("sign_ups", of => Prisma.sql`email = ${of.email}`),
];

/** What is nobody's but theirs, and where they stand. */
const theirPlaces: Step[] = [
  ...["sessions", "password_links", "log_in_links", "email_changes", "notices", "drafts", "presences"],
  ...["bulk_runs", "canned_replies", "saved_views", "organisation_members", "team_members", "followers"],
  "help_feedback",
].map(ofPerson);

/** In this order: mails are found by the comments and events they tell of, passages by what says them. */
export const steps: Step[] = [
  ...theirMentions,
  ...theirWords,
  ...theirMails,
  ...theirPlaces,
  deletes("members", of => Prisma.sql`"personId" = ${own(of)} and role = 'participant'`),
  of => Prisma.sql`update people set "standInId" = null where "standInId" = ${own(of)}`,
];
