import "server-only";
import { endSignUps, holdSignUps } from "../accounts/links";
import { countNewPassword } from "../accounts/log-in-limits";
import { hashNewPassword } from "../accounts/new-password";
import { openSession } from "../accounts/sessions";
import { now } from "../clock";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { lockStage, storeStage } from "../set-up-stage";
import { isFresh } from "../settings";
import { openLink, readSetUpLink } from "./link";

type Typed = { name: string; email: string; password: string };
export type FirstAdmin = { name: string; email: string; passwordHash: string };

const taken = () => refuse("set_up.taken");
const gone = () => refuse("set_up.link_gone");

/** Hashes only for a valid link. @throws Refusal conflict (the desk has an admin), invalid (link gone, password too weak), too_many */
export async function prepareFirstAdmin(
  token: string,
  { name, email, password }: Typed,
  at = now(),
  network = "unknown",
): Promise<FirstAdmin> {
  if (!(await isFresh())) throw taken();
  const link = await readSetUpLink(token, at);
  if (link !== "open") throw link === "taken" ? taken() : gone();
  await countNewPassword(network);
  return { name, email, passwordHash: await hashNewPassword(password, [name, email]) };
}

type Arrival = { timeZone?: string | null; formerSessionId?: string | null };

/**
 * Makes the account and logs in; uses the link up. Of two at once, one becomes admin.
 * @throws Refusal conflict (the desk has an admin, the address an account), invalid (link gone)
 */
export async function becomeFirstAdmin(
  act: Act,
  token: string,
  { name, email, passwordHash }: FirstAdmin,
  { timeZone, formerSessionId }: Arrival = {},
): Promise<string> {
  const { tx, at } = act;
  if ((await lockStage(tx)) !== "fresh") throw taken();
  const { count } = await tx.setUpLink.deleteMany({ where: openLink(token, at) });
  if (count === 0) throw gone();
  await holdSignUps(act, email);
  if (await tx.person.findUnique({ where: { email }, select: { id: true } }))
    throw refuse("person.exists", { email }, { field: "email" });
  const person = await tx.person.create({
    data: { name, email, passwordHash, role: "admin", createdAt: at, ...(timeZone && { timeZone }) },
    select: { id: true },
  });
  await endSignUps(act, email);
  await storeStage(tx, "desk", at);
  await record(act, "person_created", { role: "admin" }, { personId: person.id });
  await record(act, "set_up_reached", { stage: "desk" }, {});
  return openSession(act, person.id, formerSessionId ?? null);
}
