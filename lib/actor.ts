import { firstSpoken, languageOf, type Speech, speaksTag } from "./messages/languages";
import type { DeskSettings } from "./settings";

export type Role = "customer" | "agent" | "admin";

export type PersonActor = {
  kind: "person";
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Display preferences: IANA time zone, the tag of a language that there are texts for, and order of the history. */
  timeZone: string;
  language: string;
  /** Null as long as they leave it to their browser. */
  chosenLanguage: string | null;
  newestFirst: boolean;
  /** Whether this agent sees all of the desk, and not only what is theirs and their teams'. */
  seesDesk: boolean;
};

export const actorColumns = {
  id: true,
  name: true,
  email: true,
  role: true,
  timeZone: true,
  language: true,
  askedLanguage: true,
  newestFirst: true,
  /** That they lead. */
  teams: { where: { isLead: true, team: { archivedAt: null } }, select: { teamId: true }, take: 1 },
} as const;

type Spoken = { language: string | null; askedLanguage: string | null };
type PersonRow = Omit<PersonActor, "kind" | "seesDesk" | "language" | "chosenLanguage"> &
  Spoken & { teams: { teamId: string }[] };

/**
 * What they have chosen, else what their browser asks for, now or when they logged in, else the desk's language; that
 * also where the desk does not speak any more what they have chosen.
 */
export function spokenBy({ language, askedLanguage }: Spoken, desk: Speech, askedNow: string[] = []): string {
  const isTakenAway = language !== null && languageOf(language) !== null && !speaksTag(desk, language);
  return isTakenAway ? desk.language : firstSpoken([language, ...askedNow, askedLanguage], desk);
}

/** @param askedNow the languages that their browser asks for, if they have sent a request */
export const personOf = (
  { teams, askedLanguage, language: chosenLanguage, ...person }: PersonRow,
  settings: Pick<DeskSettings, "agentsSee" | "language" | "languages">,
  askedNow?: string[],
): PersonActor => ({
  kind: "person",
  ...person,
  chosenLanguage,
  language: spokenBy({ language: chosenLanguage, askedLanguage }, settings, askedNow),
  seesDesk:
    person.role === "admin" ||
    (person.role === "agent" && (settings.agentsSee === "all" || teams.length > 0)),
});

/**
 * The parts of the desk that act without a person, and which one events keep: the forms of people who are not logged in,
 * the rules of the catalog, the mails they have asked for, mail that comes in, mute links of mails, the closing of
 * resolved requests, the end of a snooze, bulk runs, replies that waited to be undone, the reminder of requests that
 * nobody takes, the erasing of people, the rules of retention, the command line, and the demo story.
 */
export type SystemPart =
  | "front_door"
  | "catalog"
  | "account_mail"
  | "inbound"
  | "mute_link"
  | "auto_close"
  | "alarm"
  | "bulk"
  | "due_reply"
  | "unassigned_watch"
  | "erasure"
  | "retention"
  | "operator"
  | "demo";

export type SystemActor = { kind: "system"; part: SystemPart };

/** A person, or a named part of the desk itself. */
export type Actor = PersonActor | SystemActor;

export const system = (part: SystemPart): SystemActor => ({ kind: "system", part });

export const operator = system("operator");

/** Null for the system. */
export const idOf = (actor: Actor): string | null => (actor.kind === "person" ? actor.id : null);

export function isAdmin(actor: Actor): boolean {
  return actor.kind === "person" && actor.role === "admin";
}

/** Whether they decide how the desk is set up: an admin on its pages, or the operator at the command line. */
export function keepsDesk(actor: Actor): boolean {
  return isAdmin(actor) || (actor.kind === "system" && actor.part === "operator");
}

/** Whether nothing of the desk is hidden from them. */
export function seesAll(actor: Actor): boolean {
  return actor.kind === "system" || actor.seesDesk;
}

export function isAgent(actor: Actor): boolean {
  return actor.kind === "person" && actor.role !== "customer";
}
