import "server-only";
import { z } from "zod";
import { lockOwnAccount } from "../accounts/account";
import { isAgent, type PersonActor } from "../actor";
import { type Act, byPerson } from "../events/act";
import { messageCode } from "../messages/said";
import { notFound } from "../refusal";
import { findClashes, keysPattern } from "./keys";
import { type Keymap, type OwnShortcuts, shortcutNames, shortcuts } from "./table";

const misfit = { error: messageCode("shortcuts.misfit") };

/** Left empty, there are no keys for it. */
const keysInput = z
  .string(misfit)
  .max(100, misfit)
  .transform(keys => keys.trim().replace(/\s+/g, " ").toLowerCase())
  .refine(keys => keys === "" || keysPattern.test(keys), misfit)
  .default("");

export const shortcutsInput = z.strictObject({
  isOn: z.boolean(),
  keys: z
    .strictObject(Object.fromEntries(shortcutNames.map(name => [name, keysInput])))
    .transform(keys => keys as Keymap)
    .superRefine((keys, context) => {
      for (const [name, other] of findClashes(keys))
        context.addIssue({
          code: "custom",
          path: [name],
          message: messageCode("shortcuts.clash"),
          params: { keys: keys[name], other: { code: `keyboard.do.${other}` } },
        });
    }),
});

export async function keepShortcuts(
  act: Act,
  { isOn, keys }: z.output<typeof shortcutsInput>,
): Promise<void> {
  const own = shortcutNames.filter(name => keys[name] !== shortcuts[name].keys);
  await keep(act, {
    ...(!isOn && { isOff: true }),
    ...(own.length > 0 && { keys: Object.fromEntries(own.map(name => [name, keys[name]])) }),
  });
}

/** Those of the desk again. */
export const resetShortcuts = (act: Act): Promise<void> => keep(act, {});

/** @throws Refusal not_found for customers, who have none */
async function keep(act: Act, shortcuts: OwnShortcuts): Promise<void> {
  requireAgent(byPerson(act).actor);
  const { id } = await lockOwnAccount(act);
  await act.tx.person.update({ where: { id }, data: { shortcuts }, select: { id: true } });
}

export function requireAgent(actor: PersonActor): void {
  if (!isAgent(actor)) throw notFound();
}

const stored = z.object({
  isOff: z.literal(true).optional(),
  keys: z.partialRecord(z.enum(shortcutNames), z.string()).optional(),
});

/** What is stored may name shortcuts of another release, whose keys do not count. */
export function readOwnShortcuts(json: unknown): OwnShortcuts {
  const { keys = {}, ...rest } = (json ?? {}) as { keys?: object };
  const known = Object.entries(keys).filter(([name]) => Object.hasOwn(shortcuts, name));
  const { data } = stored.safeParse({
    ...rest,
    ...(known.length > 0 && { keys: Object.fromEntries(known) }),
  });
  return (data ?? {}) as OwnShortcuts;
}
