import "server-only";
import type { PersonActor } from "../actor";
import { hashPassword } from "../crypto";
import { type Act, record } from "../events/act";
import { spend } from "../rate-limit";
import { message, refuse } from "../refusal";
import type { PasswordChangeInput } from "./input";
import { revokeLinks } from "./links";
import { judgePassword } from "./new-password";
import { checkOwnPassword, lockAccountIfPasswordIs } from "./own-password";
import { endSessionsOf } from "./sessions";

export type PreparedPassword = { provenHash: string; passwordHash: string };

/** @throws Refusal invalid (wrong current password, weak or unchanged new one; both at once), too_many */
export async function preparePasswordChange(
  actor: PersonActor,
  { currentPassword, password }: PasswordChangeInput,
): Promise<PreparedPassword> {
  await spend("newPassword", actor.id);
  const provenHash = await checkOwnPassword(actor, currentPassword);
  const problem =
    password.normalize("NFKC") === currentPassword.normalize("NFKC")
      ? message("password.same")
      : await judgePassword(password, [actor.name, actor.email]);
  const fields = problem ? { password: [problem] } : {};
  if (provenHash === null) throw refuse("password.wrong", {}, { field: "currentPassword", fields });
  if (problem) throw refuse("password.weak", {}, { fields });
  return { provenHash, passwordHash: await hashPassword(password, "known") };
}

/** Ends every other session and every mailed link. @throws Refusal forbidden (suspended), conflict (changed since) */
export async function changePassword(
  act: Act,
  { provenHash, passwordHash }: PreparedPassword,
  sessionId: string | null,
): Promise<void> {
  const { id } = await lockAccountIfPasswordIs(act, provenHash);
  await act.tx.person.update({ where: { id }, data: { passwordHash }, select: { id: true } });
  await revokeLinks(act, id);
  await endSessionsOf(act, id, sessionId);
  await record(act, "password_changed", {}, { personId: id });
}
