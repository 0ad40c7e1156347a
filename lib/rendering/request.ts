import "server-only";
import * as assignedToYou from "@/emails/assigned-to-you";
import * as closed from "@/emails/closed";
import * as commentPosted from "@/emails/comment-posted";
import * as customerReplied from "@/emails/customer-replied";
import { plainName } from "@/emails/plain";
import { renderMail } from "@/emails/render";
import * as reopened from "@/emails/reopened";
import * as requestCorrected from "@/emails/request-corrected";
import * as requestReceived from "@/emails/request-received";
import * as resolved from "@/emails/resolved";
import * as statusChanged from "@/emails/status-changed";
import * as waitingForYou from "@/emails/waiting-for-you";
import { sayAnswer } from "../catalog/describe";
import { db } from "../db";
import { env } from "../env";
import { readChanges } from "../events/stored";
import { dateFormat } from "../formats";
import { say, sayText } from "../messages/said";
import type { Translator } from "../messages/translate";
import { type ChangeLine, describeChanges } from "../requests/changes";
import { toldBy } from "../requests/history-line";
import { outcomeOf, resolutionCode, statusCode } from "../requests/labels";
import { reopenUntil } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
import { doneLine } from "../requests/timeline";
import type { MailKind } from "./kinds";
import type { MailToRender, Renderer } from "./render";
import { mailFrame, type RequestForMail, readRequestForMail } from "./request-facts";

type RequestKind = Extract<
  MailKind,
  | "request_received"
  | "comment_posted"
  | "waiting_for_you"
  | "status_changed"
  | "reopened"
  | "resolved"
  | "closed"
  | "customer_replied"
  | "request_corrected"
  | "assigned_to_you"
>;

export const renderRequestMail: { [K in RequestKind]: Renderer<K> } = {
  request_received: async mail => {
    const request = await readRequestForMail(mail, undefined);
    return renderMail(requestReceived, {
      ...mailFrame(request, mail, "customer"),
      type: request.typeName,
      answers: request.answers,
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
      body: said.body ?? "",
      files: said.files,
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

  customer_replied: async mail => {
    const { request, said } = await read(mail);
    const { change } = mail.facts;
    const t = mail.t.ofType(request.typeSlug);
    const line = change && doneLine(change.move);
    return renderMail(customerReplied, {
      ...mailFrame(request, mail, "agent"),
      customer: request.who,
      happened: line && say(t, toldBy(line, { name: plainName(t, request.who) })),
      ...said,
      change: change && {
        from: t(statusCode(change.from, "agent")),
        to: say(t, outcomeOf(change.to, change.resolution, "agent")),
      },
    });
  },

  request_corrected: async mail => {
    const request = await readRequestForMail(mail, undefined);
    const changes = (await readChanges(db(), [mail.eventId]))(mail.eventId);
    if (changes.length === 0) return { nothingLeft: "mail.reason.nothing_left.correction" };
    return renderMail(requestCorrected, {
      ...mailFrame(request, mail, "agent"),
      customer: request.who,
      changes: describeChanges(request.fields, changes).map(({ label, before, after }) => ({
        label: sayText(mail.t, label),
        isLong: (after ?? before)?.kind === "long",
        before: wordsOf(mail.t, before),
        after: wordsOf(mail.t, after),
      })),
    });
  },

  assigned_to_you: async mail => {
    const request = await readRequestForMail(mail, undefined);
    const { who, status, requester, assigneeId } = request;
    if (assigneeId !== mail.personId) return { nothingLeft: "mail.reason.nothing_left.assignment" };
    return renderMail(assignedToYou, {
      ...mailFrame(request, mail, "agent"),
      assignedBy: who,
      status: mail.t.ofType(request.typeSlug)(statusCode(status, "agent")),
      requester: requester.name,
    });
  },
};

async function read(mail: MailToRender & { facts: { commentId?: string } }) {
  const request = await readRequestForMail(mail, mail.facts.commentId);
  const { body, files } = request;
  return { request, said: { body, files } };
}

function nextAfter({ requester, number, typeSlug }: RequestForMail, { personId, settings }: MailToRender) {
  const canFollow = personId === requester.id;
  const follows = `/catalog/${typeSlug}?follows=${referenceOf(number, settings)}`;
  return { canFollow, nextUrl: canFollow ? `${env().APP_URL}${follows}` : env().APP_URL };
}

function wordsOf(t: Translator, line: ChangeLine["before"]): string {
  const words = line ? sayAnswer(t, line).join(", ") : t("mails.request_corrected.not_answered");
  return words.length > 1_000 ? `${words.slice(0, 1_000).toWellFormed()}…` : words;
}
