import "server-only";
import type { Actor } from "../actor";
import type { NewMail } from "../mail/new-mail";
import type { MailFacts } from "../rendering/facts";
import { ruleOf } from "../requests/lifecycle";
import { readChoices } from "./choices";
import type { Reader } from "./reader";
import {
  agentsToTell,
  customersToTell,
  followersToTell,
  isByCustomer,
  type OnRequest,
  type Person,
  readDesk,
  readPeopleOn,
} from "./recipients";

/** The confirmation is the only mail about a person's own act. */
export const tellSubmission: Reader<"request_submitted"> = async (act, { subject }) => {
  const { requester } = await readPeopleOn(act.tx, subject.requestId);
  const desk = await readDesk(act, subject.requestId);
  return [
    { kind: "request_received", ...to(requester), facts: {} },
    ...desk.map((agent): NewMail => ({ kind: "request_arrived", ...to(agent), facts: {} })),
  ];
};

/** News to the team that it goes to, unless somebody there has it already. */
export const tellHandOver: Reader<"request_handed_over"> = async (act, { data, subject }) => {
  const { assignee } = await readPeopleOn(act.tx, subject.requestId);
  if (data.toTeamId === null || assignee) return [];
  const desk = await readDesk(act, subject.requestId);
  return desk.map(agent => ({ kind: "request_arrived", ...to(agent), facts: {} }));
};

export const tellUnassigned: Reader<"request_left_unassigned"> = async (act, { data, subject }) => {
  const desk = await readDesk(act, subject.requestId);
  return desk
    .filter(({ choices }) => readChoices(choices).wait === data.minutes)
    .map(agent => ({ kind: "left_unassigned", ...to(agent), facts: data }));
};

export const tellComment: Reader<"comment_posted"> = async (act, { subject }) => {
  const people = await readPeopleOn(act.tx, subject.requestId);
  const facts = wordsIn(subject);
  return [
    ...customersToTell(act.actor, people).map(
      (person): NewMail => ({ kind: "comment_posted", ...to(person), facts }),
    ),
    ...toDesk(act.actor, people, facts),
  ];
};

/** To its assignee if a customer acted, and to its followers whoever did. */
function toDesk(actor: Actor, people: OnRequest, facts: MailFacts<"followed_news">): NewMail[] {
  const assignees = agentsToTell(actor, people);
  return [
    ...assignees.map((person): NewMail => ({ kind: "customer_replied", ...to(person), facts })),
    ...followersToTell(actor, people, assignees).map(
      (person): NewMail => ({ kind: "followed_news", ...to(person), facts }),
    ),
  ];
}

/** Those whom the note mentions are told of that, and not also that they follow it. */
export const tellNote: Reader<"note_added"> = async (act, { subject }) => {
  const { noteId = "", requestId } = subject;
  const [people, mentions] = await Promise.all([
    readPeopleOn(act.tx, requestId),
    act.tx.mention.findMany({ where: { noteId }, select: { personId: true } }),
  ]);
  const isMentioned = ({ id }: Person) => mentions.some(({ personId }) => personId === id);
  return followersToTell(act.actor, people, []).map(person =>
    isMentioned(person)
      ? { kind: "mentioned_you", ...to(person), facts: { noteId } }
      : { kind: "followed_note", ...to(person), facts: { noteId } },
  );
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
    ...toDesk(act.actor, people, facts),
  ];
};

/** Support is mailed what customers correct, as all that they do, and customers what support does: those words are theirs. */
export const tellCorrection: Reader<"request_corrected"> = async (act, { subject }) => {
  const people = await readPeopleOn(act.tx, subject.requestId);
  if (!isByCustomer(act.actor, people))
    return customersToTell(act.actor, people).map(person => ({
      ...{ kind: "corrected_by_support", facts: {} },
      ...to(person),
    }));
  return agentsToTell(act.actor, people).map(person => ({
    ...{ kind: "request_corrected", facts: {} },
    ...to(person),
  }));
};

export const tellTypeChange: Reader<"request_type_changed"> = async (act, { data: facts, subject }) => {
  const people = await readPeopleOn(act.tx, subject.requestId);
  return customersToTell(act.actor, people).map(person => ({ kind: "type_changed", ...to(person), facts }));
};

export const tellAssignment: Reader<"request_assigned"> = async (act, { subject }) => {
  const { assignee } = await readPeopleOn(act.tx, subject.requestId);
  const isOwnAct = act.actor.kind === "person" && act.actor.id === assignee?.id;
  return assignee && !isOwnAct ? [{ kind: "assigned_to_you", ...to(assignee), facts: {} }] : [];
};

/** To its writer, by whoever tried to send it. */
export const tellHeldBack: Reader<"reply_held_back"> = async (act, { subject }) => {
  const writer = await act.tx.person.findUniqueOrThrow({
    where: { id: subject.personId ?? "" },
    select: { id: true, email: true },
  });
  return [{ kind: "reply_held_back", ...to(writer), facts: {} }];
};

const to = ({ id, email }: Pick<Person, "id" | "email">) => ({ personId: id, to: email });

const wordsIn = ({ commentId }: { commentId?: string }) => ({ ...(commentId && { commentId }) });
