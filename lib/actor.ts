export type Role = "customer" | "agent" | "admin";

export type PersonActor = { kind: "person"; id: string; name: string; email: string; role: Role };

/** Whoever does something: a person, or the desk itself. Never absent, never implied. */
export type Actor = PersonActor | { kind: "system" };

export const system: Actor = { kind: "system" };

export function isAgent(actor: Actor): boolean {
  return actor.kind === "person" && actor.role !== "customer";
}
