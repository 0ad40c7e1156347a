import "server-only";
import { z } from "zod";
import { lockOwnAccount } from "../accounts/account";
import { isAgent, type PersonActor } from "../actor";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import { messageCode } from "../messages/said";
import { notFound } from "../refusal";
import type { MailKind } from "../rendering/kinds";

/** What an agent can be told of. */
export const topics = [
  "new_request",
  "unassigned",
  "assignment",
  "reply_on_own",
  "followed",
  "mention",
] as const;
export type Topic = (typeof topics)[number];

export const ways = ["bell", "mail", "desktop"] as const;
export type Way = (typeof ways)[number];

/** After how many minutes without an assignee. */
export const waits = [15, 30, 60, 120, 240] as const;

export type Choices = { ways: Record<Topic, Way[]>; wait: number; hasSound: boolean };

export const usualChoices: Choices = {
  ways: {
    new_request: ["bell"],
    unassigned: [],
    assignment: ["bell", "mail"],
    reply_on_own: ["bell", "mail"],
    followed: ["bell", "mail"],
    mention: ["bell", "mail"],
  },
  wait: 30,
  hasSound: false,
};

/** Of mails that are for agents; the others are not theirs to choose. */
const topicsByKind: Partial<Record<MailKind, Topic>> = {
  request_arrived: "new_request",
  left_unassigned: "unassigned",
  assigned_to_you: "assignment",
  customer_replied: "reply_on_own",
  request_corrected: "reply_on_own",
  followed_news: "followed",
  followed_note: "followed",
  mentioned_you: "mention",
};

export const topicOf = (kind: MailKind): Topic | undefined => topicsByKind[kind];

const misfit = { error: messageCode("validation.misfit") };
const waysInput = z.array(z.enum(ways, misfit), misfit).max(ways.length);

export const choicesInput = z.strictObject({
  ways: z.strictObject(Object.fromEntries(topics.map(topic => [topic, waysInput])) as WaysShape),
  wait: z.literal(waits, { error: messageCode("notifications.choices.wait.choose") }),
  hasSound: z.boolean(),
});
type WaysShape = Record<Topic, typeof waysInput>;

/** @throws Refusal not_found for customers, who have none */
export async function keepChoices(act: Act, choices: z.output<typeof choicesInput>): Promise<void> {
  const { actor, tx } = byPerson(act);
  if (!isAgent(actor)) throw notFound();
  const { id } = await lockOwnAccount(act);
  await tx.person.update({ where: { id }, data: { choices }, select: { id: true } });
}

const stored = z.object({
  ways: z.partialRecord(z.enum(topics), z.array(z.enum(ways))).catch({}),
  wait: z.literal(waits).catch(usualChoices.wait as (typeof waits)[number]),
  hasSound: z.boolean().catch(false),
});

/** What is stored may be of another release, of which nothing counts that this one does not know. */
export function readChoices(json: unknown): Choices {
  if (json === null) return usualChoices;
  const { data } = stored.safeParse(json);
  return data ? { ...data, ways: { ...usualChoices.ways, ...data.ways } } : usualChoices;
}

/** The waits of those who want to hear of requests that nobody takes. */
export async function readWaits(): Promise<number[]> {
  const agents = await db().person.findMany({
    where: { role: { in: ["agent", "admin"] }, suspendedAt: null }, // index on (role, email)
    select: { choices: true },
  });
  const wanted = agents
    .map(({ choices }) => readChoices(choices))
    .filter(({ ways }) => ways.unassigned.length > 0);
  return [...new Set(wanted.map(({ wait }) => wait))];
}

/** @throws Refusal not_found for customers */
export async function readOwnChoices(actor: PersonActor): Promise<Choices> {
  if (!isAgent(actor)) throw notFound();
  const { choices } = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { choices: true },
  });
  return readChoices(choices);
}
