export type Role = "customer" | "agent" | "admin";

export type PersonActor = {
  kind: "person";
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Display preferences: IANA time zone, language of dates, and order of the history. */
  timeZone: string;
  language: string;
  newestFirst: boolean;
};

export const actorColumns = {
  id: true,
  name: true,
  email: true,
  role: true,
  timeZone: true,
  language: true,
  newestFirst: true,
} as const;

/**
 * The parts of the desk that act without a person, and which one events keep: the forms of people who are not logged in,
 * the mails they have asked for, mail that comes in, mute links of mails, the closing of resolved requests, the command
 * line, and the demo story.
 */
export type SystemPart =
  | "front_door"
  | "account_mail"
  | "inbound"
  | "mute_link"
  | "auto_close"
  | "operator"
  | "demo";

export type SystemActor = { kind: "system"; part: SystemPart };

/** A person, or a named part of the desk itself. */
export type Actor = PersonActor | SystemActor;

export const system = (part: SystemPart): SystemActor => ({ kind: "system", part });

export const operator = system("operator");

export function isAdmin(actor: Actor): boolean {
  return actor.kind === "person" && actor.role === "admin";
}

export function isAgent(actor: Actor): boolean {
  return actor.kind === "person" && actor.role !== "customer";
}
