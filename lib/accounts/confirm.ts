import "server-only";
import { now } from "../clock";
import { digest, sameText } from "../crypto";
import { db, isDuplicate } from "../db";
import { type Act, record } from "../events/act";
import { trySpending } from "../rate-limit";
import { refuse } from "../refusal";
import { endSignUps, holdSignUps } from "./links";
import { countNewPassword } from "./log-in-limits";
import { hashNewPassword } from "./new-password";
import { openSession } from "./sessions";
import { awaitingSignUp, codeTries, provenBy, type SignUpProof, signUpIsGone } from "./sign-up";
import { hashCode } from "./sign-up-mail";
import { maySignUp } from "./sign-up-rule";

export type Arrival = { timeZone?: string | null; formerSessionId?: string | null };

const linkIsGone = () => refuse("link.of_sign_up_gone");
const taken = () => refuse("account.exists");

/**
 * Counts a try outside of the transaction, so that a rollback keeps it. All sign-ups for an address share twenty a day,
 * so that many sign-ups do not multiply the five; the mailed link needs no try, so the owner is not locked out.
 * @throws Refusal invalid (another browser's, older than 30 minutes, or five tries used), too_many (for the address)
 */
export async function countCodeTry(proof: SignUpProof, at = now()): Promise<void> {
  const rows = await db().signUp.updateManyAndReturn({
    where: { ...provenBy(proof), expiresAt: { gt: at }, wrongTries: { lt: codeTries } },
    data: { wrongTries: { increment: 1 } },
    select: { email: true },
  });
  const found = rows[0];
  if (!found) throw signUpIsGone();
  const wait = await trySpending("codeOfAddress", found.email);
  if (wait === 0) return;
  throw refuse("code.too_many_tries", { seconds: wait }, { field: "code" });
}

/**
 * Call `countCodeTry` first. Returns the session's id. @throws Refusal invalid (wrong), conflict (address taken), forbidden
 * (it gets no account)
 */
export async function confirmByCode(
  act: Act,
  proof: SignUpProof,
  code: string,
  arrival: Arrival = {},
): Promise<string> {
  const found = await act.tx.signUp.findFirst({
    where: provenBy(proof),
    select: { ...columns, codeHash: true, wrongTries: true },
  });
  if (!found) throw signUpIsGone();
  if (!found.codeHash || !sameText(found.codeHash, hashCode(code))) {
    const left = codeTries - found.wrongTries;
    throw refuse("code.wrong", { left: Math.max(left, 0) }, { field: "code" });
  }
  return makeAccount(act, found, null, arrival);
}

/** Unless this browser asked for the link (`here`), a stranger may have typed name and password: ask for both again. */
export type SignUpLink = { email: string; here: boolean };

export async function readSignUpLink(
  token: string,
  proof: SignUpProof | null,
  at = now(),
): Promise<SignUpLink | null> {
  const found = await db().signUp.findFirst({
    where: open(token, at),
    select: { id: true, email: true, browserHash: true },
  });
  return found && { email: found.email, here: isProven(found, proof) };
}

export type OwnChoice = { name: string; passwordHash: string };

/** Hashes only for a valid link. @throws Refusal invalid (used, too old, unknown; password too weak) */
export async function prepareChoice(
  token: string,
  { name, password }: { name: string; password: string },
  at = now(),
  network = "unknown",
): Promise<OwnChoice> {
  const link = await readSignUpLink(token, null, at);
  if (!link) throw linkIsGone();
  await countNewPassword(network);
  return { name, passwordHash: await hashNewPassword(password, [name, link.email]) };
}

/**
 * Returns the session's id. @throws Refusal invalid (gone, or another browser's link), conflict (address taken), forbidden
 * (it gets no account)
 */
export async function confirmByLink(
  act: Act,
  token: string,
  by: { proof: SignUpProof } | { choice: OwnChoice },
  arrival: Arrival = {},
): Promise<string> {
  const found = await act.tx.signUp.findFirst({
    where: open(token, act.at),
    select: { ...columns, browserHash: true },
  });
  if (!found) throw linkIsGone();
  if ("choice" in by) return makeAccount(act, found, by.choice, arrival);
  if (!isProven(found, by.proof)) throw refuse("link.needs_password");
  return makeAccount(act, found, null, arrival);
}

const columns = { id: true, email: true } as const;

const open = (token: string, at: Date) => ({
  linkHash: digest(token),
  passwordHash: { not: null },
  expiresAt: { gt: at },
});

const isProven = ({ id, browserHash }: { id: string; browserHash: string }, proof: SignUpProof | null) =>
  proof?.id === id && sameText(browserHash, digest(proof.secret));

async function makeAccount(
  act: Act,
  { id, email }: { id: string; email: string },
  choice: OwnChoice | null,
  { timeZone, formerSessionId }: Arrival,
): Promise<string> {
  await holdSignUps(act, email);
  const { name, passwordHash } = await act.tx.signUp.findUniqueOrThrow({
    where: { id },
    select: { name: true, passwordHash: true },
  });
  // The code or link proves that its sender reads this mailbox, so this may be disclosed.
  if (passwordHash === null) throw taken();
  // Who can sign up may have changed since the mail.
  if (!(await maySignUp(act, email))) throw refuse("sign_up.not_allowed");
  const own = {
    ...(choice ?? { name, passwordHash }),
    timeZone: timeZone || act.settings.timeZone,
  };
  const person = (await takeOver(act, email, own)) ?? (await createAccount(act, email, own));
  await endSignUps(act, email);
  await record(act, "signed_up", {}, { personId: person.id });
  return openSession(act, person.id, formerSessionId ?? null);
}

type Own = { name: string; passwordHash: string; timeZone: string };

/** Whom an agent entered with this address becomes its owner, with all that was raised for them. */
async function takeOver({ tx }: Act, email: string, own: Own): Promise<{ id: string } | undefined> {
  const [person] = await tx.person.updateManyAndReturn({
    where: { email, ...awaitingSignUp },
    data: { ...own, awaitsSignUp: false },
    select: { id: true },
  });
  return person;
}

async function createAccount({ tx, at }: Act, email: string, own: Own): Promise<{ id: string }> {
  if (await tx.person.findUnique({ where: { email }, select: { id: true } })) throw taken();
  return tx.person
    .create({ data: { email, ...own, createdAt: at }, select: { id: true } })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? taken() : error;
    });
}
