import "server-only";
import type { PersonActor } from "../actor";
import { fileOrder } from "../attachments/store";
import { describeAnswers } from "../catalog/describe";
import type { Answers } from "../catalog/fields";
import { readFields } from "../catalog/queries";
import { db } from "../db";
import { readHistory } from "../requests/history";
import { resolutions, statuses } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";
import { batchSize, inBatches } from "./batches";
import { mine, nameOf } from "./request-name";

export async function* readRaised(actor: PersonActor, settings: DeskSettings) {
  const raised = inBatches(
    (after: string | undefined) =>
      db().serviceRequest.findMany({
        where: { requesterId: actor.id, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // unique index on requesterId: as many rows as they raised, and no more
        take: batchSize,
        select: {
          id: true,
          number: true,
          summary: true,
          answers: true,
          status: true,
          resolution: true,
          createdAt: true,
          lastActivityAt: true,
          resolvedAt: true,
          members: { where: { personId: actor.id }, select: { mutedAt: true } },
          form: {
            select: { fields: true, type: { select: { name: true, category: { select: { name: true } } } } },
          },
        },
      }),
    row => row.id,
  );
  for await (const request of raised) {
    const { type, fields } = request.form;
    yield {
      reference: referenceOf(request.number, settings),
      category: type.category.name,
      type: type.name,
      summary: request.summary,
      status: statuses[request.status].customerLabel,
      resolution: request.resolution && resolutions[request.resolution],
      raisedAt: request.createdAt,
      lastActivityAt: request.lastActivityAt,
      resolvedAt: request.resolvedAt,
      mutedAt: request.members[0]?.mutedAt ?? null,
      answers: describeAnswers(readFields(fields), request.answers as Answers).map(({ label, value }) => ({
        question: label,
        answer: value,
      })),
      history: await readWholeHistory(actor, request),
    };
  }
}

async function readWholeHistory(actor: PersonActor, request: Parameters<typeof readHistory>[0]) {
  const lines: object[] = [];
  for (let after: bigint | null = 0n; after !== null; ) {
    const { timeline, history } = await readHistory(
      request,
      { actor, wording: "customerLabel", withRaised: true, withAllEarlier: true },
      { show: "all", after },
    );
    for (const { id: _, mine, actor: who, ...entry } of timeline) {
      const { editing: _, files, ...line } = { editing: undefined, files: [], ...entry };
      lines.push({ by: mine ? "you" : who.name, side: who.side, ...line, ...named(files) });
    }
    after = history.later === null ? null : BigInt(history.later);
  }
  return lines;
}

export async function* readShared({ id: personId }: PersonActor, settings: DeskSettings) {
  const shared = inBatches(
    (after: string | undefined) =>
      db().member.findMany({
        where: { personId, role: "participant", ...(after && { requestId: { gt: after } }) },
        orderBy: { requestId: "asc" }, // index members_newest: as many rows as they are on, and no more
        take: batchSize,
        select: { requestId: true, addedAt: true, mutedAt: true, request: { select: { number: true } } },
      }),
    row => row.requestId,
  );
  for await (const { addedAt, mutedAt, request } of shared)
    yield { reference: referenceOf(request.number, settings), since: addedAt, mutedAt };
}

export async function* readComments(actor: PersonActor, settings: DeskSettings) {
  const comments = inBatches(
    (after: string | undefined) =>
      db().comment.findMany({
        where: { authorId: actor.id, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index comments_of_author
        take: batchSize,
        select: {
          id: true,
          body: true,
          createdAt: true,
          editedAt: true,
          earlier: { orderBy: { writtenAt: "asc" }, select: { body: true, writtenAt: true } },
          files: { select: { name: true }, orderBy: [...fileOrder] },
          request: mine(actor),
        },
      }),
    row => row.id,
  );
  for await (const { body, createdAt, editedAt, earlier, files, request } of comments)
    yield {
      request: nameOf(actor, request, settings),
      writtenAt: createdAt,
      editedAt,
      words: body,
      ...named(files),
      earlierWords: earlier.map(words => ({ writtenAt: words.writtenAt, words: words.body })),
    };
}

export async function* readInvitations(actor: PersonActor, settings: DeskSettings) {
  const invitations = inBatches(
    (after: string | undefined) =>
      db().invitation.findMany({
        where: { invitedById: actor.id, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index invitations_of_sender
        take: batchSize,
        select: {
          id: true,
          email: true,
          createdAt: true,
          expiresAt: true,
          acceptedAt: true,
          withdrawnAt: true,
          request: mine(actor),
        },
      }),
    row => row.id,
  );
  for await (const { id: _, email, createdAt, request, ...times } of invitations)
    yield { request: nameOf(actor, request, settings), to: email, sentAt: createdAt, ...times };
}

export async function* readNotices(actor: PersonActor, settings: DeskSettings) {
  const notices = inBatches(
    (after: bigint | undefined) =>
      db().notice.findMany({
        where: { personId: actor.id, ...(after !== undefined && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index notices_newest
        take: batchSize,
        select: { id: true, kind: true, createdAt: true, readAt: true, request: mine(actor) },
      }),
    row => row.id,
  );
  for await (const { kind, createdAt, readAt, request } of notices)
    yield { request: nameOf(actor, request, settings), kind, at: createdAt, readAt };
}

const named = (files: { name: string }[]) =>
  files.length > 0 ? { files: files.map(({ name }) => name) } : {};
