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

/** Whoever does something: a person, or the desk itself. Never absent, never implied. */
export type Actor = PersonActor | { kind: "system" };

export const system: Actor = { kind: "system" };

export function isAdmin(actor: Actor): boolean {
  return actor.kind === "person" && actor.role === "admin";
}

export function isAgent(actor: Actor): boolean {
  return actor.kind === "person" && actor.role !== "customer";
}
