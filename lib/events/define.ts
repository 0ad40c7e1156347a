import { z } from "zod";

/** `everyone` on the request includes agents, `agents` include admins; `person` is the one the event is about. */
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

/** Text, names and addresses do not compile as data, because events never change and people can be erased. */
export function event<S extends Shape>(audience: Audience | readonly Audience[], shape: S) {
  return { audience: [audience].flat() as readonly Audience[], data: z.strictObject(shape) };
}

export const id = () => z.uuid();

/** The name of a row in a table of ours, which may have been removed since. */
export const key = () =>
  z.custom<string>(value => typeof value === "string" && /^[a-z][a-z_]{0,39}$/.test(value));
