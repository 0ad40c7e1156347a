import "server-only";
import * as assignedToYou from "@/emails/assigned-to-you";
import * as closed from "@/emails/closed";
import * as commentPosted from "@/emails/comment-posted";
import * as customerReplied from "@/emails/customer-replied";
import { renderMail } from "@/emails/render";
import * as reopened from "@/emails/reopened";
import * as requestCorrected from "@/emails/request-corrected";
import * as requestReceived from "@/emails/request-received";
import * as resolved from "@/emails/resolved";
import * as statusChanged from "@/emails/status-changed";
import * as waitingForYou from "@/emails/waiting-for-you";
import { db } from "../db";
import { env } from "../env";
import { readChanges } from "../events/stored";
import { dateFormat } from "../formats";
import { type ChangeLine, describeChanges } from "../requests/changes";
import { labelOf, reopenUntil, resolutions, ruleOf, statuses } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
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
      next: "Our support team can start working on it now. You get a mail with every answer and every change.",
    });
  },

  comment_posted: async mail => {
    const { request, said } = await read(mail);
    const { who, side } = request;
    const { change } = mail.facts;
    if (said.body === undefined) return { nothingLeft: "The comment is no longer there." };
    return renderMail(commentPosted, {
      ...mailFrame(request, mail, "customer"),
      ...{ author: who, side },
      ...said,
      change: change && {
        from: statuses[change.from].customerLabel,
        to: statuses[change.to].customerLabel,
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
    return renderMail(statusChanged, {
      ...mailFrame(request, mail, "customer"),
      ...{ who, side, from: statuses[from].customerLabel, to: statuses[to].customerLabel },
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
    // The deadline of this resolution, whatever happened to the request since.
    const until = reopenUntil({ status: "resolved", resolvedAt: mail.event.at }, mail.settings.reopenDays);
    return renderMail(resolved, {
      ...mailFrame(request, mail, "customer"),
      ...{ who, side, ...said },
      how: move === "kill" ? undefined : resolution ? resolutions[resolution] : statuses[to].customerLabel,
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
    return renderMail(customerReplied, {
      ...mailFrame(request, mail, "agent"),
      customer: request.who,
      happened: change && ruleOf(change.move)?.done,
      ...said,
      change: change && {
        from: statuses[change.from].label,
        to: labelOf(change.to, change.resolution, "label"),
      },
    });
  },

  request_corrected: async mail => {
    const request = await readRequestForMail(mail, undefined);
    const changes = (await readChanges(db(), [mail.eventId]))(mail.eventId);
    if (changes.length === 0) return { nothingLeft: "What was corrected has been erased." };
    return renderMail(requestCorrected, {
      ...mailFrame(request, mail, "agent"),
      customer: request.who,
      changes: describeChanges(request.fields, changes).map(({ label, before, after }) => ({
        label,
        isLong: (after ?? before)?.kind === "long",
        before: wordsOf(before),
        after: wordsOf(after),
      })),
    });
  },

  assigned_to_you: async mail => {
    const request = await readRequestForMail(mail, undefined);
    const { who, status, requester, assigneeId } = request;
    if (assigneeId !== mail.personId) return { nothingLeft: "The request is no longer assigned to them." };
    return renderMail(assignedToYou, {
      ...mailFrame(request, mail, "agent"),
      assignedBy: who,
      status: statuses[status].label,
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

function wordsOf(line: ChangeLine["before"]): string {
  const words = line ? [line.value].flat().join(", ") : "Not answered";
  return words.length > 1_000 ? `${words.slice(0, 1_000).toWellFormed()}…` : words;
}
