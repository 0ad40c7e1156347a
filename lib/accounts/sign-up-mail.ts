import "server-only";
import { digest, newCode, newToken } from "../crypto";
import { env } from "../env";
import { type Act, record } from "../events/act";
import { validity } from "./sign-up";

/** Six digits are soon tried through, so they are keyed with the desk's secret. */
export const hashCode = (code: string) => digest(`${env().NEXTAUTH_SECRET}:${code}`);

/** Writes the mail that a sign-up waits for: a code and a link, or that the address has an account. */
export async function mailSignUp(act: Act, signUpId: string): Promise<void> {
  const code = newCode();
  const token = newToken();
  const { count } = await act.tx.signUp.updateMany({
    where: { id: signUpId, codeHash: null },
    data: { ...validity(act.at), codeHash: hashCode(code), linkHash: digest(token) },
  });
  // Done before, by a worker that could not say so any more.
  if (count === 0) return;
  const { email, passwordHash } = await act.tx.signUp.findUniqueOrThrow({
    where: { id: signUpId },
    select: { email: true, passwordHash: true },
  });
  const known = await act.tx.person.findUnique({ where: { email }, select: { id: true } });
  if (!known && passwordHash === null) return;
  await record(act, "sign_up_asked", { signUpId }, {}, known ? {} : { code, token });
}
