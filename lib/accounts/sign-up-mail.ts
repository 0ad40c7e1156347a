import "server-only";
import { digest, newCode, newToken } from "../crypto";
import { env } from "../env";
import { type Act, record } from "../events/act";
import { validity } from "./sign-up";

/** Keyed with the desk's secret, because six digits are quickly brute-forced. */
export const hashCode = (code: string) => digest(`${env().NEXTAUTH_SECRET}:${code}`);

/** Mails a code and a link, or that the address has an account. */
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
  const known = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!known && passwordHash === null) return;
  await record(act, "sign_up_asked", { signUpId }, {}, known ? {} : { code, token });
}
