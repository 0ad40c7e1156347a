import "server-only";
import * as assignedToYou from "@/emails/assigned-to-you";
import * as closed from "@/emails/closed";
import * as commentPosted from "@/emails/comment-posted";
import * as customerReplied from "@/emails/customer-replied";
import { type Message, renderMail } from "@/emails/render";
import * as reopened from "@/emails/reopened";
import * as requestCorrected from "@/emails/request-corrected";
import * as requestReceived from "@/emails/request-received";
import * as resolved from "@/emails/resolved";
import * as statusChanged from "@/emails/status-changed";
import * as waitingForYou from "@/emails/waiting-for-you";
import { env } from "../env";
import type { Act } from "../events/act";
import { dateFormat } from "../formats";
import { type ChangeLine, describeChanges } from "../requests/changes";
import { labelOf, movedWords, reopenUntil, resolutions, statuses } from "../requests/lifecycle";
import { referenceOf } from "../requests/reference";
import type { Draft, Reader, Recorded } from "./reader";
import { agentsToTell, customersToTell, type Person } from "./recipients";
import { type Facts, mailFrame, readFacts } from "./request-facts";

type Mailed = { kind: string; rendered: Awaited<ReturnType<typeof renderMail>> };

/** The confirmation: the one mail about one's own act. */
export const tellSubmission: Reader<"request_submitted"> = async (act, event) => {
  const facts = await readFacts(act, event.subject);
  const { answers, typeName } = facts;
  return drafts([facts.requester], person =>
    mail("request_received", requestReceived, {
      ...mailFrame(facts, person, "customer"),
      type: typeName,
      answers,
      next: "Our support team can start working on it now. You get a mail with every answer and every change.",
    }),
  );
};

export const tellComment: Reader<"comment_posted"> = async (act, event) => {
  const facts = await readFacts(act, event.subject);
  const { body = "", files } = facts;
  return [
    ...(await drafts(customersToTell(act.actor, facts), person =>
      mail("comment_posted", commentPosted, {
        ...mailFrame(facts, person, "customer"),
        author: facts.who,
        side: facts.side,
        body,
        files,
      }),
    )),
    ...(await tellAgents(act, facts)),
  ];
};

export const tellMove: Reader<"request_moved"> = async (act, event) => {
  const facts = await readFacts(act, event.subject);
  const { from, to, resolution } = event.data;
  // To the customer it is news only if it reads differently or says something.
  const isNews = statuses[from].customerLabel !== statuses[to].customerLabel || facts.body !== undefined;
  return [
    ...(await drafts(isNews ? customersToTell(act.actor, facts, to === "resolved") : [], person =>
      mailOfMove(event, facts, person),
    )),
    ...(await tellAgents(act, facts, movedWords[event.data.move], {
      from: statuses[from].label,
      to: labelOf(to, resolution, "label"),
    })),
  ];
};

function mailOfMove({ data }: Recorded<"request_moved">, facts: Facts, person: Person): Promise<Mailed> {
  const frame = mailFrame(facts, person, "customer");
  const { body, files, who, side } = facts;
  const change = { from: statuses[data.from].customerLabel, to: statuses[data.to].customerLabel };
  switch (data.to) {
    case "in_progress":
      // A reply that started the work is a reply first of all.
      return body === undefined
        ? mail("status_changed", statusChanged, { ...frame, who, side, ...change })
        : mail("comment_posted", commentPosted, { ...frame, author: who, side, body, files, change });
    case "waiting_for_customer":
      return mail("waiting_for_you", waitingForYou, { ...frame, author: who, body: body ?? "", files });
    case "resolved":
      return mail("resolved", resolved, {
        ...frame,
        who,
        side,
        how: data.move === "kill" ? undefined : data.resolution ? resolutions[data.resolution] : change.to,
        body,
        files,
        mayReopen: person.id === facts.requester.id,
        reopenUntil: dayOf(reopenUntil(facts, env().REOPEN_DAYS), person),
      });
    case "closed":
      return mail("closed", closed, { ...frame, ...nextAfter(facts, person) });
    default:
      return data.from === "resolved"
        ? mail("reopened", reopened, { ...frame, who, side, body, files })
        : mail("status_changed", statusChanged, { ...frame, who, side, ...change, body, files });
  }
}

/** Whoever raised the request is led to its follow-up, anybody else to the catalog. */
function nextAfter({ requester, number, typeSlug }: Facts, person: Person) {
  const canFollow = person.id === requester.id;
  const follows = `/catalog/${typeSlug}?follows=${referenceOf(number)}`;
  return { canFollow, nextUrl: canFollow ? `${env().APP_URL}${follows}` : env().APP_URL };
}

type Change = { from: string; to: string };

function tellAgents(act: Act, facts: Facts, happened?: string, change?: Change): Promise<Draft[]> {
  return drafts(agentsToTell(act.actor, facts), person =>
    mail("customer_replied", customerReplied, {
      ...mailFrame(facts, person, "agent"),
      customer: facts.who,
      happened,
      body: facts.body,
      files: facts.files,
      change,
    }),
  );
}

/** Support is told of a correction, as of all that customers do; the others on the request find it in the history. */
export const tellCorrection: Reader<"request_corrected"> = async (act, event) => {
  const facts = await readFacts(act, event.subject);
  const changes = describeChanges(facts.fields, event.data.changes);
  return drafts(agentsToTell(act.actor, facts), person =>
    mail("request_corrected", requestCorrected, {
      ...mailFrame(facts, person, "agent"),
      customer: facts.who,
      changes: changes.map(({ label, before, after }) => ({
        label,
        isLong: (after ?? before)?.kind === "long",
        before: wordsOf(before),
        after: wordsOf(after),
      })),
    }),
  );
};

function wordsOf(line: ChangeLine["before"]): string {
  const words = line ? [line.value].flat().join(", ") : "Not answered";
  return words.length > 1_000 ? `${words.slice(0, 1_000).toWellFormed()}…` : words;
}

export const tellAssignment: Reader<"request_assigned"> = async (act, event) => {
  const facts = await readFacts(act, event.subject);
  const { assignee, requester, who, status } = facts;
  const isOwnAct = act.actor.kind === "person" && act.actor.id === assignee?.id;
  return drafts(assignee && !isOwnAct ? [assignee] : [], person =>
    mail("assigned_to_you", assignedToYou, {
      ...mailFrame(facts, person, "agent"),
      assignedBy: who,
      status: statuses[status].label,
      requester: requester.name,
    }),
  );
};

async function mail<P extends object>(kind: string, message: Message<P>, props: P): Promise<Mailed> {
  return { kind, rendered: await renderMail(message, props) };
}

function drafts(people: Person[], write: (person: Person) => Promise<Mailed>): Promise<Draft[]> {
  return Promise.all(
    people.map(async person => {
      const { kind, rendered } = await write(person);
      return { kind, personId: person.id, to: person.email, isSecret: false, ...rendered };
    }),
  );
}

function dayOf(date: Date | null, person: Person): string {
  return date ? dateFormat(person, "localDate").format(date) : "";
}
