import "server-only";
import type { Role } from "../actor";
import { now } from "../clock";
import { digest } from "../crypto";
import { db, isDuplicate } from "../db";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import type { Arrival, OwnChoice } from "./confirm";
import { requireOwnName } from "./input";
import { endSignUps, holdSignUps } from "./links";
import { countNewPassword } from "./log-in-limits";
import { hashNewPassword } from "./new-password";
import { openSession } from "./sessions";
import { awaitingSignUp } from "./sign-up";

const gone = () => refuse("account_invitation.gone");
const taken = () => refuse("account.exists");

const isAdmin = { role: "admin", suspendedAt: null } as const;

const open = (token: string, at: Date) => ({
  tokenHash: digest(token),
  acceptedAt: null,
  withdrawnAt: null,
  expiresAt: { gt: at },
  // Else an admin who is about to be shut out could invite another address of theirs.
  invitedBy: isAdmin,
});

export type AccountOffer = { email: string; role: Role; hasAccount: boolean };

/** Null for a link that was used, replaced or withdrawn, is too old, or whose sender is no admin any more. */
export async function readAccountOffer(token: string, at = now()): Promise<AccountOffer | null> {
  const found = await db().accountInvitation.findFirst({
    where: open(token, at),
    select: { email: true, role: true },
  });
  if (!found) return null;
  const owner = await db().person.findUnique({
    where: { email: found.email },
    select: { awaitsSignUp: true, suspendedAt: true },
  });
  return { ...found, hasAccount: owner !== null && !(owner.awaitsSignUp && owner.suspendedAt === null) };
}

/** Hashes only for a valid link. @throws Refusal invalid (link gone, password too weak), too_many */
export async function prepareJoining(
  token: string,
  { name, password }: { name: string; password: string },
  at = now(),
  network = "unknown",
): Promise<OwnChoice> {
  const offer = await readAccountOffer(token, at);
  if (!offer) throw gone();
  if (offer.hasAccount) throw taken();
  await countNewPassword(network);
  return { name, passwordHash: await hashNewPassword(password, [name, offer.email]) };
}

export type Joined = { sessionId: string; role: Role };

/**
 * Makes the account, and uses the invitation up. Whom an agent entered with this address becomes its owner.
 * @throws Refusal invalid (link gone, a customer's name that could be the desk's), conflict (the address has an account)
 */
export async function join(
  act: Act,
  token: string,
  { name, passwordHash }: OwnChoice,
  { timeZone, formerSessionId }: Arrival = {},
): Promise<Joined> {
  const { tx, at, settings } = act;
  const found = await tx.accountInvitation.findFirst({
    where: open(token, at),
    select: { id: true, email: true, role: true, language: true, invitedById: true },
  });
  if (!found) throw gone();
  const { id, email, role, language, invitedById } = found;
  if (role === "customer") requireOwnName(name, settings.deskName);
  await holdSignUps(act, email);
  // Their role stays as it is until the account is made.
  await tx.$queryRaw`select id from people where id = ${invitedById}::uuid for share`;
  const { count } = await tx.accountInvitation.updateMany({
    where: { id, ...open(token, at) },
    data: { acceptedAt: at },
  });
  if (count === 0) throw gone();
  const own = { name, passwordHash, role, language, timeZone: timeZone || settings.timeZone };
  const [entered] = await tx.person.updateManyAndReturn({
    where: { email, ...awaitingSignUp },
    data: { ...own, awaitsSignUp: false },
    select: { id: true },
  });
  const person = entered ?? (await create(act, { email, ...own }));
  await endSignUps(act, email);
  await record(
    act,
    "account_invitation_accepted",
    { accountInvitationId: id, role },
    { personId: person.id },
  );
  return { sessionId: await openSession(act, person.id, formerSessionId ?? null), role };
}

type Own = {
  email: string;
  name: string;
  passwordHash: string;
  role: Role;
  language: string;
  timeZone: string;
};

async function create({ tx, at }: Act, own: Own): Promise<{ id: string }> {
  if (await tx.person.findUnique({ where: { email: own.email }, select: { id: true } })) throw taken();
  return tx.person
    .create({ data: { ...own, createdAt: at }, select: { id: true } })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? taken() : error;
    });
}
