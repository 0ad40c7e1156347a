import { randomBytes, randomUUID } from "node:crypto";
import { createPerson, preparePerson } from "@/lib/accounts/operator";
import { openSession } from "@/lib/accounts/sessions";
import { type Actor, actorColumns, operator, type PersonActor, personOf, type Role } from "@/lib/actor";
import { answersSchema } from "@/lib/catalog/answers";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { findVisit, type Visit } from "@/lib/entry/find-visit";
import { perform } from "@/lib/entry/perform";
import type { Status } from "@/lib/generated/enums";
import type { ArticleInput } from "@/lib/help/input";
import { summaryInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import type { Move } from "@/lib/requests/moves";
import { submitRequest } from "@/lib/requests/submit";
import { readDeskSettings } from "@/lib/settings";
import { acceptInvitation } from "@/lib/sharing/accept";
import { shareRequest } from "@/lib/sharing/share";
import { rowOf } from "./records";

/** Runs a command as this actor in one transaction, like an entry point. */
export const run = perform;

export const anAddress = (name = "guest") => `${name}-${randomUUID().slice(0, 8)}@people.test`;

type PersonWishes = { name?: string; email?: string; password?: string };

export async function aPerson(role: Role, wishes: PersonWishes = {}): Promise<PersonActor> {
  const mark = randomBytes(5).toString("hex");
  const { name = `Robin ${mark}`, email = `${role}-${mark}@people.test`, password } = wishes;
  const prepared = await preparePerson({ name, email, role, password });
  await run(operator, act => createPerson(act, prepared));
  return actorOf(email);
}

export const aCustomer = (wishes?: PersonWishes) => aPerson("customer", wishes);
export const anAgent = (wishes?: PersonWishes) => aPerson("agent", wishes);
export const anAdmin = (wishes?: PersonWishes) => aPerson("admin", wishes);

export async function actorOf(email: string): Promise<PersonActor> {
  const person = await db().person.findUniqueOrThrow({
    where: { email },
    select: actorColumns,
  });
  return personOf(person, await readDeskSettings());
}

export const sessionOf = (person: PersonActor): Promise<string> =>
  run(operator, act => openSession(act, person.id));

/** What a page of theirs is told of them, on which a request (its number) is being opened. */
export const visitOf = async (person: PersonActor, opening?: number): Promise<Visit | null> =>
  findVisit(await sessionOf(person), opening);

/** How many open requests somebody's header shows, and how many of those wait for them. */
export async function countsOf(person: PersonActor): Promise<{ open?: number; waiting?: number }> {
  const visit = await visitOf(person);
  return { open: visit?.openCount, waiting: visit?.waitingCount };
}

type RequestWishes = {
  by?: PersonActor;
  type?: string;
  summary?: string;
  answers?: Record<string, string | string[]>;
  timeZone?: string;
  at?: Date;
  organisation?: string | null;
  isPrivate?: boolean;
  read?: ArticleInput;
};

/** Raises a request through the form of its type; returns its reference. */
export async function aRequest(wishes: RequestWishes = {}): Promise<string> {
  const { type = "other-manual-request", at, organisation, isPrivate, read } = wishes;
  const by = wishes.by ?? (await aCustomer());
  const form = await readForm(type);
  if (!form) throw new Error(`There is no request type ${type}.`);
  const input = {
    formVersionId: form.formVersionId,
    submissionKey: randomUUID(),
    summary: summaryInput.parse(wishes.summary ?? `The printer is on fire ${randomBytes(3).toString("hex")}`),
    answers: answersSchema(form.fields, wishes.timeZone).parse(wishes.answers ?? { details: "It burns." }),
    organisation,
    isPrivate,
    read,
  };
  return (await run(by, act => submitRequest(act, input), at)).reference;
}

type Words = {
  body?: string;
  resolution?: "done" | "answered" | "duplicate" | "will_not_do";
  version?: number;
};

export async function moveTo(
  actor: Actor,
  reference: string,
  move: Move,
  words: Words = {},
  at?: Date,
): Promise<void> {
  const version = words.version ?? (await rowOf(reference)).version;
  await run(actor, act => moveRequest(act, { reference, move, ...words, version }), at);
}

const ways: Record<Status, Move[]> = {
  waiting_for_support: [],
  in_progress: ["start"],
  waiting_for_customer: ["ask"],
  resolved: ["resolve"],
  closed: ["resolve", "close"],
};

/** A new request taken to this status by ordinary moves; returns its reference. */
export async function aRequestIn(
  status: Status,
  wishes: RequestWishes & { agent?: PersonActor } = {},
): Promise<string> {
  const reference = await aRequest(wishes);
  const agent = wishes.agent ?? (await anAgent());
  for (const move of ways[status]) {
    const words: Words = {
      ...(move === "ask" && { body: "Which printer?" }),
      ...(move === "resolve" && { resolution: "done" }),
    };
    await moveTo(move === "close" ? operator : agent, reference, move, words, wishes.at);
  }
  return reference;
}

export async function requesterOf(reference: string): Promise<PersonActor> {
  const { requesterId } = await rowOf(reference);
  const { email } = await db().person.findUniqueOrThrow({ where: { id: requesterId } });
  return actorOf(email);
}

/** Invites an address, by default as the requester; returns the token from the email's link. */
export async function anInvitation(
  reference: string,
  email: string,
  wishes: { by?: PersonActor; at?: Date } = {},
): Promise<string> {
  const by = wishes.by ?? (await requesterOf(reference));
  return run(
    by,
    async act => {
      await shareRequest(act, { reference, shareWith: [email] });
      return act.recorded.at(-1)?.secrets.token ?? "";
    },
    wishes.at,
  );
}

export async function aParticipant(reference: string, person?: PersonActor): Promise<PersonActor> {
  const participant = person ?? (await aCustomer());
  const token = await anInvitation(reference, participant.email);
  await run(participant, act => acceptInvitation(act, { token }));
  return participant;
}
