import "server-only";
import * as assignedToYou from "@/emails/assigned-to-you";
import * as closed from "@/emails/closed";
import * as commentPosted from "@/emails/comment-posted";
import * as internalNote from "@/emails/internal-note";
import * as newRequest from "@/emails/new-request";
import { plainName } from "@/emails/plain";
import { renderMail } from "@/emails/render";
import * as reopened from "@/emails/reopened";
import * as replyHeldBack from "@/emails/reply-held-back";
import * as requestCorrected from "@/emails/request-corrected";
import * as requestNews from "@/emails/request-news";
import * as requestReceived from "@/emails/request-received";
import * as resolved from "@/emails/resolved";
import * as statusChanged from "@/emails/status-changed";
import * as typeChanged from "@/emails/type-changed";
import type { Desk } from "@/emails/types";
import * as waitingForYou from "@/emails/waiting-for-you";
import { fileColumns, fileOrder } from "../attachments/store";
import { sayAnswer } from "../catalog/describe";
import { db } from "../db";
import { env } from "../env";
import { readChanges } from "../events/stored";
import { dateFormat } from "../formats";
import { say, sayText, series } from "../messages/said";
import type { Translator } from "../messages/translate";
import { type ChangeLine, describeChanges } from "../requests/changes";
import { readFieldsAt } from "../requests/event-forms";
import { toldBy } from "../requests/history-line";
import { outcomeOf, resolutionCode, statusCode } from "../requests/labels";
import { reopenUntil } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
import { doneLine } from "../requests/timeline";
import { type RequestView, requestPath } from "../requests/view";
import type { MailFacts } from "./facts";
import { type MailKind, mailRule } from "./kinds";
import type { MailToRender, Renderer } from "./render";
import { mailFrame, type RequestForMail, readRequestForMail, readTypeNames } from "./request-facts";

type RequestKind = Extract<
  MailKind,
  | "request_received"
  | "comment_posted"
  | "waiting_for_you"
  | "status_changed"
  | "reopened"
  | "resolved"
  | "closed"
  | "corrected_by_support"
  | "type_changed"
  | "customer_replied"
  | "request_corrected"
  | "assigned_to_you"
  | "reply_held_back"
  | "request_arrived"
  | "left_unassigned"
  | "mentioned_you"
  | "followed_news"
  | "followed_note"
>;

export const renderRequestMail: { [K in RequestKind]: Renderer<K> } = {
  request_received: async mail => {
    const request = await readRequestForMail(mail, undefined);
    return renderMail(requestReceived, {
      ...mailFrame(request, mail, "customer"),
      type: request.typeName,
      answers: request.answers,
      ...(request.raisedBy && { raisedBy: request.raisedBy.name }),
      ...(request.requester.awaitsSignUp && { signUpUrl: signUpUrl(request, mail) }),
    });
  },

  comment_posted: async mail => {
    const { request, said } = await read(mail);
    const { who, side } = request;
    const { change } = mail.facts;
    if (said.body === undefined) return { nothingLeft: "mail.reason.nothing_left.comment" };
    const t = mail.t.ofType(request.typeSlug);
    return renderMail(commentPosted, {
      ...mailFrame(request, mail, "customer"),
      ...{ author: who, side },
      ...said,
      change: change && {
        from: t(statusCode(change.from, "customer")),
        to: t(statusCode(change.to, "customer")),
      },
    });
  },

  waiting_for_you: async mail => {
    const { request, said } = await read(mail);
    return renderMail(waitingForYou, {
      ...mailFrame(request, mail, "customer"),
      author: request.who,
      ...said,
    });
  },

  status_changed: async mail => {
    const { request, said } = await read(mail);
    const { who, side } = request;
    const { from, to } = mail.facts.change;
    const t = mail.t.ofType(request.typeSlug);
    return renderMail(statusChanged, {
      ...mailFrame(request, mail, "customer"),
      ...{ who, side, from: t(statusCode(from, "customer")), to: t(statusCode(to, "customer")) },
      ...said,
    });
  },

  reopened: async mail => {
    const { request, said } = await read(mail);
    const { who, side } = request;
    return renderMail(reopened, { ...mailFrame(request, mail, "customer"), who, side, ...said });
  },

  resolved: async mail => {
    const { request, said } = await read(mail);
    const { who, side, requester } = request;
    const { move, to, resolution } = mail.facts.change;
    const t = mail.t.ofType(request.typeSlug);
    // The deadline of this resolution, whatever happened to the request since.
    const until = reopenUntil({ status: "resolved", resolvedAt: mail.event.at }, mail.settings.reopenDays);
    return renderMail(resolved, {
      ...mailFrame(request, mail, "customer"),
      ...{ who, side, ...said },
      how:
        move === "kill" ? undefined : t(resolution ? resolutionCode(resolution) : statusCode(to, "customer")),
      mayReopen: mail.personId === requester.id,
      reopenUntil: until ? dateFormat(mail.reader, "localDate").format(until) : "",
    });
  },

  closed: async mail => {
    const { request } = await read(mail);
    return renderMail(closed, { ...mailFrame(request, mail, "customer"), ...nextAfter(request, mail) });
  },

  customer_replied: mail => renderNews(mail, "assigned"),
  request_corrected: mail => renderCorrection(mail, "agent"),
  type_changed: async mail => {
    const { fromFormId, toFormId } = mail.facts;
    const [request, names] = await Promise.all([
      readRequestForMail(mail, undefined),
      readTypeNames(mail.t, [fromFormId, toFormId]),
    ]);
    const { who, side } = request;
    return renderMail(typeChanged, {
      ...mailFrame(request, mail, "customer"),
      ...{ who, side, from: names(fromFormId), to: names(toFormId) },
    });
  },

  corrected_by_support: mail => renderCorrection(mail, "customer"),

  assigned_to_you: async mail => {
    const request = await readRequestForMail(mail, undefined);
    const { who, status, requester, assigneeId } = request;
    if (assigneeId !== (mail.facts.standsInFor ?? mail.personId))
      return { nothingLeft: "mail.reason.nothing_left.assignment" };
    return renderMail(assignedToYou, {
      ...mailFrame(request, mail, "agent"),
      assignedBy: who,
      status: mail.t.ofType(request.typeSlug)(statusCode(status, "agent")),
      requester: requester.name,
    });
  },

  reply_held_back: async mail => {
    const request = await readRequestForMail(mail, undefined);
    const rendered = await renderMail(replyHeldBack, withoutReplies(mailFrame(request, mail, "agent")));
    return { ...rendered, takesNoReplies: true };
  },

  request_arrived: async mail => renderNewRequest(mail, await readRequestForMail(mail, undefined)),

  left_unassigned: async mail => {
    const request = await readRequestForMail(mail, undefined);
    if (request.assigneeId !== null || request.status !== "waiting_for_support")
      return { nothingLeft: "mail.reason.nothing_left.unassigned" };
    return renderNewRequest(mail, request, mail.facts.minutes);
  },

  followed_news: mail => renderNews(mail, "followed"),
  mentioned_you: mail => renderNote(mail),
  followed_note: mail => renderNote(mail),
};

function signUpUrl({ number }: RequestForMail, { settings }: MailToRender): string {
  const next = requestPath(referenceOf(number, settings), "customer");
  return `${env().APP_URL}/sign-up?next=${encodeURIComponent(next)}`;
}

/** As agents read it: the change itself, and what happened as a sentence where it is more than a reply. */
function tellChange(mail: MailToRender, { who, typeSlug }: RequestForMail, change: Moved | undefined) {
  const t = mail.t.ofType(typeSlug);
  const line = change && doneLine(change.move);
  return {
    happened: line && say(t, toldBy(line, { name: plainName(t, who) })),
    change: change && {
      from: t(statusCode(change.from, "agent")),
      to: say(t, outcomeOf(change.to, change.resolution, "agent")),
    },
  };
}

type Moved = NonNullable<MailFacts<"followed_news">["change"]>;

async function renderNews(
  mail: MailToRender<"customer_replied" | "followed_news">,
  reason: requestNews.RequestNewsProps["reason"],
) {
  const { request, said } = await read(mail);
  const frame = mailFrame(request, mail, "agent");
  return renderMail(requestNews, {
    ...(reason === "assigned" ? frame : withoutReplies(frame)),
    ...{ author: request.who, side: request.side, reason },
    ...said,
    ...tellChange(mail, request, mail.facts.change),
  });
}

async function renderCorrection(mail: MailToRender, reader: RequestView) {
  const request = await readRequestForMail(mail, undefined);
  const changes = (await readChanges(db(), [mail.eventId]))(mail.eventId);
  if (changes.length === 0) return { nothingLeft: "mail.reason.nothing_left.correction" as const };
  const fields = await readFieldsAt(mail.eventId, request.fields, mail.t);
  return renderMail(requestCorrected, {
    ...mailFrame(request, mail, reader),
    ...{ reader, by: request.who },
    changes: describeChanges(fields, changes).map(({ label, before, after }) => ({
      label: sayText(mail.t, label),
      isLong: (after ?? before)?.kind === "long",
      before: wordsOf(mail.t, before),
      after: wordsOf(mail.t, after),
    })),
  });
}

const renderNewRequest = (mail: MailToRender, request: RequestForMail, minutes?: number) =>
  renderMail(newRequest, {
    ...withoutReplies(mailFrame(request, mail, "agent")),
    requester: request.requester.name,
    type: request.typeName,
    answers: request.answers,
    minutes,
  });

/** Nothing for whoever takes part as a customer since. */
const renderNote: Renderer<"mentioned_you" | "followed_note"> = async mail => {
  const [request, note] = await Promise.all([
    readRequestForMail(mail, undefined),
    db().note.findUniqueOrThrow({
      where: { id: mail.facts.noteId },
      select: { body: true, files: { select: fileColumns, orderBy: [...fileOrder] } },
    }),
  ]);
  if (request.members.some(({ personId }) => personId === mail.personId))
    return { nothingLeft: "mail.reason.nothing_left.note" };
  const rendered = await renderMail(internalNote, {
    ...withoutReplies(mailFrame(request, mail, "agent")),
    author: request.who,
    mentionsYou: mail.kind === "mentioned_you",
    ...note,
  });
  return { ...rendered, takesNoReplies: true };
};

/** Only an assignee's answers by mail are taken. */
const withoutReplies = <F extends { desk: Desk }>(frame: F): F => ({
  ...frame,
  desk: { ...frame.desk, takesReplies: false },
});

async function read(mail: MailToRender & { facts: { commentId?: string } }) {
  const request = await readRequestForMail(mail, mail.facts.commentId);
  const { body, files, signature } = request;
  return { request, said: { body, files, ...(mailRule(mail.kind).forMember && signature && { signature }) } };
}

function nextAfter({ requester, number, typeSlug }: RequestForMail, { personId, settings }: MailToRender) {
  const canFollow = personId === requester.id;
  const follows = `/catalog/${typeSlug}?follows=${referenceOf(number, settings)}`;
  return { canFollow, nextUrl: canFollow ? `${env().APP_URL}${follows}` : env().APP_URL };
}

function wordsOf(t: Translator, line: ChangeLine["before"]): string {
  const words = line ? series(t, sayAnswer(t, line)) : t("mails.request_corrected.not_answered");
  return words.length > 1_000 ? `${words.slice(0, 1_000).toWellFormed()}…` : words;
}
