import "server-only";
import { digest, newCode, newToken } from "../crypto";
import { env } from "../env";
import { type Act, record } from "../events/act";
import { awaitingSignUp, validity } from "./sign-up";
import { maySignUp } from "./sign-up-rule";

/** Keyed with the desk's secret, because six digits are quickly brute-forced. */
export const hashCode = (code: string) => digest(`${env().NEXTAUTH_SECRET}:${code}`);

/** Mails a code and a link, or that the address has an account, or that it gets none. */
export async function mailSignUp(act: Act, signUpId: string): Promise<void> {
  const code = newCode();
  const token = newToken();
  const { count } = await act.tx.signUp.updateMany({
    where: { id: signUpId, codeHash: null },
    data: { ...validity(act.at), codeHash: hashCode(code), linkHash: digest(token) },
  });
  // Already mailed by a worker that died before reporting it.
  if (count === 0) return;
  const { email, passwordHash } = await act.tx.signUp.findUniqueOrThrow({
    where: { id: signUpId },
    select: { email: true, passwordHash: true },
  });
  const known = await act.tx.person.findFirst({
    where: { email, NOT: awaitingSignUp },
    select: { id: true },
  });
  if (!known && passwordHash === null) return;
  const isRefused = !known && !(await maySignUp(act, email));
  const secrets: Record<string, string> = known || isRefused ? {} : { code, token };
  await record(act, "sign_up_asked", { signUpId, ...(isRefused && { isRefused }) }, {}, secrets);
}
