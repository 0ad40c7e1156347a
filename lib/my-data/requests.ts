import "server-only";
import type { PersonActor } from "../actor";
import { fileOrder } from "../attachments/store";
import { type AnswerLine, describeAnswers, sayAnswer } from "../catalog/describe";
import type { Answers } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import { fieldsOf } from "../catalog/queries";
import { db } from "../db";
import { say, sayText } from "../messages/said";
import type { Translator } from "../messages/translate";
import { readHistory } from "../requests/history";
import { type HistoryLine, lineOf, toldBy } from "../requests/history-line";
import { resolutionCode, statusCode } from "../requests/labels";
import { referenceOf } from "../requests/reference";
import type { TimelineEntry } from "../requests/timeline";
import { batchSize, inBatches } from "./batches";
import type { Export } from "./export";
import { nameOf, numbered } from "./request-name";

export async function* readRaised(actor: PersonActor, { settings, t: translator }: Export) {
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
          isPrivate: true,
          organisation: { select: { name: true } },
          readArticle: { select: { title: true } },
          members: { where: { personId: actor.id }, select: { mutedAt: true } },
          form: {
            select: {
              id: true,
              fields: true,
              type: { select: { name: true, slug: true, category: { select: { name: true } } } },
            },
          },
        },
      }),
    row => row.id,
  );
  for await (const request of raised) {
    const { type } = request.form;
    const t = translator.ofType(type.slug);
    const fields = fieldsOf(request.form);
    yield {
      reference: referenceOf(request.number, settings),
      category: t.named("category", type.category.name),
      type: t.named("type", type.name),
      summary: request.summary,
      status: t(statusCode(request.status, "customer")),
      resolution: request.resolution && t(resolutionCode(request.resolution)),
      raisedAt: request.createdAt,
      lastActivityAt: request.lastActivityAt,
      resolvedAt: request.resolvedAt,
      ...(request.organisation && {
        organisation: request.organisation.name,
        isPrivate: request.isPrivate,
      }),
      ...(request.readArticle && { helpPageRead: request.readArticle.title }),
      mutedAt: request.members[0]?.mutedAt ?? null,
      answers: describeAnswers(fieldsFor(t, fields), request.answers as Answers).map(line => ({
        question: line.label,
        answer: textOf(line, t),
      })),
      history: await readWholeHistory(actor, { ...request, fields }, t),
    };
  }
}

async function readWholeHistory(
  actor: PersonActor,
  request: Parameters<typeof readHistory>[0],
  t: Translator,
) {
  const lines: Line[] = [];
  for (let after: bigint | null = 0n; after !== null; ) {
    const { timeline, history } = await readHistory(
      request,
      { actor, wordedFor: "customer", withRaised: true, withAllEarlier: true },
      { show: "all", after },
    );
    lines.push(...timeline.map(entry => tell(entry, t)));
    after = history.later === null ? null : BigInt(history.later);
  }
  return lines;
}

/** Several texts where several could be chosen. */
function textOf(answer: Pick<AnswerLine, "value">, t: Translator): string | string[] {
  const texts = sayAnswer(t, answer);
  return Array.isArray(answer.value) ? texts : (texts[0] ?? "");
}

type Line = { by: string; side: string; at: string; kind: string };

function tell({ id: _, mine, actor, at, ...entry }: TimelineEntry, t: Translator): Line {
  const by = mine ? t("my_data.by.you") : (actor.name ?? t("my_data.by.desk"));
  const head = { by, side: actor.side, at, kind: entry.kind };
  const sayLine = (line: HistoryLine) => say(t, toldBy(line, { name: actor.name, mine }));
  switch (entry.kind) {
    case "comment": {
      const { editing: _editing, change, tookOn, files, ...comment } = entry;
      return {
        ...head,
        ...(tookOn && { text: sayLine(lineOf("history.took_on")) }),
        ...comment,
        ...(change && { change: { ...change, label: say(t, change.label) } }),
        ...named(files),
      };
    }
    case "note": {
      const { files, mentions: _mentions, ...note } = entry;
      return { ...head, ...note, ...named(files) };
    }
    case "change": {
      const { line, label, ...change } = entry;
      return { ...head, ...change, ...{ text: sayLine(line) }, ...(label && { label: say(t, label) }) };
    }
    case "correction": {
      const changes = entry.changes.map(({ label, before, after }) => ({
        label: sayText(t, label),
        before: before && { ...before, value: textOf(before, t) },
        after: after && { ...after, value: textOf(after, t) },
      }));
      return { ...head, ...{ text: sayLine(entry.line), changes } };
    }
  }
}

export async function* readShared({ id: personId }: PersonActor, { settings }: Export) {
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

export async function* readComments(actor: PersonActor, { settings }: Export) {
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
          request: numbered,
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

export async function* readInvitations(actor: PersonActor, { settings }: Export) {
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
          request: numbered,
        },
      }),
    row => row.id,
  );
  for await (const { id: _, email, createdAt, request, ...times } of invitations)
    yield { request: nameOf(actor, request, settings), to: email, sentAt: createdAt, ...times };
}

export async function* readNotices(actor: PersonActor, { settings }: Export) {
  const notices = inBatches(
    (after: bigint | undefined) =>
      db().notice.findMany({
        where: { personId: actor.id, ...(after !== undefined && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index notices_newest
        take: batchSize,
        select: { id: true, kind: true, createdAt: true, readAt: true, request: numbered },
      }),
    row => row.id,
  );
  for await (const { kind, createdAt, readAt, request } of notices)
    yield { request: nameOf(actor, request, settings), kind, at: createdAt, readAt };
}

const named = (files: { name: string }[]) =>
  files.length > 0 ? { files: files.map(({ name }) => name) } : {};
