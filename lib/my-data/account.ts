import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { ownTypes } from "../events/audience";
import { readChanges, readEvents, type Stored } from "../events/stored";
import { batchSize, inBatches } from "./batches";
import type { Export } from "./export";

// The account's own data. Never a hash, never a token.

export function readProfile({ id }: PersonActor) {
  return db().person.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      email: true,
      role: true,
      createdAt: true,
      timeZone: true,
      language: true,
      askedLanguage: true,
      newestFirst: true,
      mailPace: true,
      usualList: true,
      shortcuts: true,
      habits: true,
      undoesReplies: true,
      signature: true,
      awayFrom: true,
      awayUntil: true,
    },
  });
}

export async function* readOrganisations({ id: personId }: PersonActor) {
  const members = await db().organisationMember.findMany({
    where: { personId }, // index organisation_members_personId_idx
    orderBy: { addedAt: "asc" },
    select: { addedAt: true, isManager: true, organisation: { select: { name: true } } },
  });
  for (const { organisation, isManager, addedAt } of members)
    yield { name: organisation.name, isManager, since: addedAt };
}

export async function* readTeams({ id: personId }: PersonActor) {
  const members = await db().teamMember.findMany({
    where: { personId }, // index team_members_personId_idx
    orderBy: { addedAt: "asc" },
    select: { addedAt: true, isLead: true, team: { select: { name: true } } },
  });
  for (const { team, isLead, addedAt } of members) yield { name: team.name, isLead, since: addedAt };
}

export async function* readSessions({ id: personId }: PersonActor) {
  const sessions = inBatches(
    (after: string | undefined) =>
      db().session.findMany({
        where: { personId, ...(after && { id: { gt: after } }) }, // index on personId; they are swept after 30 days
        orderBy: { id: "asc" },
        take: batchSize,
        select: { id: true, createdAt: true, expiresAt: true, endedAt: true, device: true, seenAt: true },
      }),
    row => row.id,
  );
  for await (const { id: _, ...session } of sessions) yield session;
}

export async function* readDrafts({ id: personId }: PersonActor) {
  yield* inBatches(
    (after: string | undefined) =>
      db().draft.findMany({
        where: { personId, ...(after && { place: { gt: after } }) },
        orderBy: { place: "asc" }, // primary key
        take: batchSize,
        select: { place: true, fields: true, updatedAt: true },
      }),
    row => row.place,
  );
}

/** What agents have noted about them as a customer. Who wrote it is not theirs to know. */
export async function* readNotesAbout({ id: personId }: PersonActor) {
  yield* await db().customerNote.findMany({
    where: { personId }, // index customer_notes_of_person; there are few
    orderBy: { id: "asc" },
    select: { body: true, writtenAt: true },
  });
}

/** Nobody else is shown that it was they who said it. */
export async function* readHelpFeedback({ id: personId }: PersonActor) {
  const said = inBatches(
    (after: string | undefined) =>
      db().helpFeedback.findMany({
        where: { personId, ...(after && { id: { gt: after } }) }, // index help_feedback_of_person
        orderBy: { id: "asc" },
        take: batchSize,
        select: {
          ...{ id: true, besideForm: true, isAnswered: true, words: true, at: true },
          article: { select: { title: true } },
        },
      }),
    row => row.id,
  );
  for await (const { id: _, article, ...row } of said) yield { page: article.title, ...row };
}

/** Those that only they use, in the language they wrote them in. */
export async function* readCannedReplies({ id: personId }: PersonActor) {
  const replies = inBatches(
    (after: string | undefined) =>
      db().cannedReply.findMany({
        where: { personId, ...(after && { id: { gt: after } }) }, // index canned_replies_in_order; a person has few
        orderBy: { id: "asc" },
        take: batchSize,
        select: {
          id: true,
          name: true,
          keywords: true,
          isArchived: true,
          createdAt: true,
          texts: { select: { language: true, body: true }, orderBy: { language: "asc" } },
        },
      }),
    row => row.id,
  );
  for await (const { id: _, ...reply } of replies) yield reply;
}

/** Those that only they use. */
export async function* readSavedViews({ id: personId }: PersonActor) {
  yield* await db().savedView.findMany({
    where: { personId }, // index saved_views_in_order; a person has few
    orderBy: { id: "asc" },
    select: { name: true, query: true, isArchived: true, createdAt: true },
  });
}

/**
 * Emails to the person; unsent ones have no subject. Excludes those to an address that was not theirs yet, which
 * could reveal whose it is.
 */
export async function* readMails({ id: personId }: PersonActor) {
  const mails = inBatches(
    (after: string | undefined) =>
      db().delivery.findMany({
        where: { personId, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index deliveries_of_person
        take: batchSize,
        select: { id: true, to: true, subject: true, createdAt: true, sentAt: true, state: true },
      }),
    row => row.id,
  );
  for await (const { id: _, ...mail } of mails) yield mail;
}

/** Events about the account that its person may learn of, such as renaming or a new password. */
export async function* readAccountEvents({ id: personId }: PersonActor, { t }: Export) {
  const rows = inBatches(
    (after: bigint | undefined) =>
      db().event.findMany({
        where: { personId, type: { in: ownTypes }, ...(after !== undefined && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index events_of_person
        take: batchSize,
        select: { id: true, type: true, data: true, at: true, actorId: true },
      }),
    row => row.id,
  );
  for await (const row of rows)
    for (const event of readEvents([row])) {
      const { type, at, actorId } = event;
      const by = actorId === personId ? "you" : actorId ? "another" : "desk";
      yield { type, at, by: t(`my_data.by.${by}`), data: await wordsOf(event) };
    }
}

/** An event's data with the stored values that its ids refer to. */
async function wordsOf(event: Stored<{ id: bigint; type: string; data: unknown }>): Promise<object> {
  if (event.type === "person_renamed" || event.type === "email_changed") {
    const [change] = (await readChanges(db(), [event.id]))(event.id);
    return change ? { from: change.before, to: change.after } : {};
  }
  if ("organisationId" in event.data) {
    const { organisationId, ...data } = event.data;
    const organisation = await db().organisation.findUnique({
      where: { id: organisationId },
      select: { name: true },
    });
    return { organisation: organisation?.name, ...data };
  }
  if ("teamId" in event.data) {
    const { teamId, ...data } = event.data;
    const team = await db().team.findUnique({ where: { id: teamId }, select: { name: true } });
    return { team: team?.name, ...data };
  }
  if (event.type !== "email_change_asked" || event.data.changeId === null) return event.data;
  const asked = await db().emailChange.findUnique({
    where: { id: event.data.changeId },
    select: { email: true },
  });
  return asked ?? {};
}
