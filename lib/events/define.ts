import { z } from "zod";

/**
 * Who may learn of an event: everyone on its request, the person it is about, agents, or admins. Everyone includes
 * agents, and agents include admins.
 */
export type Audience = "everyone" | "person" | "agents" | "admins";

type Closed =
  | ReturnType<typeof key>
  | z.ZodUUID
  | z.ZodInt
  | z.ZodBoolean
  | z.ZodEnum
  | z.ZodLiteral
  | z.ZodISODateTime;
type Shape = Record<string, Closed | z.ZodNullable<Closed> | z.ZodOptional<Closed>>;

/**
 * Defines one type of event: who may learn of it and what is kept about it. The data are ids, numbers, dates and closed
 * values; text, names and addresses do not compile, because events are never changed and a person can be erased.
 */
export function event<S extends Shape>(audience: Audience | readonly Audience[], shape: S) {
  return { audience: [audience].flat() as readonly Audience[], data: z.strictObject(shape) };
}

export const id = () => z.uuid();

/** The name of a row in a table of ours, as it was then: the table may have lost it since. */
export const key = () =>
  z.custom<string>(value => typeof value === "string" && /^[a-z][a-z_]{0,39}$/.test(value));
