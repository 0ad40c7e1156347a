import "server-only";
import type { NewMail } from "../mail/new-mail";
import { ruleOf } from "../requests/lifecycle";
import type { Reader } from "./reader";
import { agentsToTell, customersToTell, type Person, readPeopleOn } from "./recipients";

/** The confirmation is the only mail about a person's own act. */
export const tellSubmission: Reader<"request_submitted"> = async (act, { subject }) => {
  const { requester } = await readPeopleOn(act.tx, subject.requestId);
  return [{ kind: "request_received", ...to(requester), facts: {} }];
};

export const tellComment: Reader<"comment_posted"> = async (act, { subject }) => {
  const people = await readPeopleOn(act.tx, subject.requestId);
  const facts = wordsIn(subject);
  return [
    ...customersToTell(act.actor, people).map(
      (person): NewMail => ({ kind: "comment_posted", ...to(person), facts }),
    ),
    ...agentsToTell(act.actor, people).map(
      (person): NewMail => ({ kind: "customer_replied", ...to(person), facts }),
    ),
  ];
};

export const tellMove: Reader<"request_moved"> = async (act, { data, subject }) => {
  const people = await readPeopleOn(act.tx, subject.requestId);
  const { move, from, to: status, resolution } = data;
  const facts = { ...wordsIn(subject), change: { move, from, to: status, resolution } };
  // Customers are only mailed if the status has changed or there is a comment.
  const isNews = from !== status || "commentId" in facts;
  const rule = ruleOf(move);
  // A reply that makes a move without a text of its own is mailed as a reply.
  const kind =
    subject.commentId && rule?.comment === "none" ? "comment_posted" : (rule?.mail ?? "status_changed");
  return [
    ...(isNews ? customersToTell(act.actor, people, status === "resolved") : []).map(
      (person): NewMail => ({ kind, ...to(person), facts }),
    ),
    ...agentsToTell(act.actor, people).map(
      (person): NewMail => ({ kind: "customer_replied", ...to(person), facts }),
    ),
  ];
};

/** Support is mailed a correction, as all customer acts; the others on the request find it in the history. */
export const tellCorrection: Reader<"request_corrected"> = async (act, { subject }) => {
  const people = await readPeopleOn(act.tx, subject.requestId);
  return agentsToTell(act.actor, people).map(person => ({
    kind: "request_corrected",
    ...to(person),
    facts: {},
  }));
};

export const tellAssignment: Reader<"request_assigned"> = async (act, { subject }) => {
  const { assignee } = await readPeopleOn(act.tx, subject.requestId);
  const isOwnAct = act.actor.kind === "person" && act.actor.id === assignee?.id;
  return assignee && !isOwnAct ? [{ kind: "assigned_to_you", ...to(assignee), facts: {} }] : [];
};

const to = ({ id, email }: Person) => ({ personId: id, to: email });

const wordsIn = ({ commentId }: { commentId?: string }) => ({ ...(commentId && { commentId }) });
