import "server-only";
import { z } from "zod";
import { inviteToDesk } from "../accounts/account-invitations";
import { holdAdmins } from "../accounts/admins";
import { languageTags } from "../accounts/language-tags";
import type { PersonActor } from "../actor";
import { db, Prisma, type Tx } from "../db";
import { dropDraft, saveDraft } from "../drafts/drafts";
import { placeOfForm } from "../drafts/places";
import { type Act, byPerson } from "../events/act";
import { Role } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { message, refuse } from "../refusal";
import { type Choices, type Line, readLines } from "./list-lines";

/** A list that is looked at before anything is sent is its admin’s draft: nobody else’s, and gone with time. */
const place = placeOfForm("/admin/people/invitations/list", "list");

const kept = z.object({ list: z.string(), role: z.enum(Role), language: z.enum(languageTags) });

/** @throws Refusal not_found (no admin), invalid (as `readLines`) */
export async function keepList(act: Act, { list, ...choices }: { list: string } & Choices): Promise<void> {
  onlyAdmins(act.actor);
  readLines(list, choices);
  await saveDraft(act, { place, fields: { list, ...choices } });
}

/** @throws Refusal not_found (no admin) */
export async function dropList(act: Act): Promise<void> {
  onlyAdmins(act.actor);
  await dropDraft(act, place);
}

/** Each line of the list, with why it would not be invited now; null without a list. @throws Refusal not_found (no admin) */
export async function readList(actor: PersonActor, at: Date): Promise<Line[] | null> {
  onlyAdmins(actor);
  return linesNow(db(), actor.id, at);
}

/**
 * Invites all who can be, and leaves out the others.
 * @param expected how many that were when somebody said so
 * @returns how many were left out
 * @throws Refusal not_found (no admin), conflict (no list any more, or it is no longer that many)
 */
export async function inviteListed(
  act: Act,
  { expected }: { expected: number },
): Promise<{ leftOut: number }> {
  await holdAdmins(act);
  const { tx, actor, at } = byPerson(act);
  const lines = await linesNow(tx, actor.id, at);
  const good = lines?.filter(({ problem }) => problem === null) ?? [];
  if (!lines || good.length === 0 || good.length !== expected) throw refuse("invitation_list.changed");
  for (const { role, language, emails } of groupsOf(good))
    await inviteToDesk(act, { emails, role, language });
  await dropDraft(act, place);
  return { leftOut: lines.length - good.length };
}

function groupsOf(lines: Line[]): (Choices & { emails: string[] })[] {
  const groups = Map.groupBy(lines, ({ role, language }) => `${role} ${language}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first
      ? [{ role: first.role, language: first.language, emails: [first, ...rest].map(({ email }) => email) }]
      : [],
  );
}

async function linesNow(tx: Tx | ReturnType<typeof db>, personId: string, at: Date): Promise<Line[] | null> {
  const draft = await tx.draft.findUnique({
    where: { personId_place: { personId, place } },
    select: { fields: true },
  });
  const list = kept.safeParse(draft?.fields).data;
  if (!list) return null;
  const lines = readLines(list.list, list);
  const emails = lines.map(({ email }) => email);
  // Indexes people_email_key, account_invitations_waiting.
  const known = await tx.$queryRaw<{ email: string; isInvited: boolean }[]>(Prisma.sql`
    select email, false as "isInvited" from people where email = any(${emails}) and not "awaitsSignUp"
    union all
    select email, true from account_invitations
    where email = any(${emails}) and "acceptedAt" is null and "withdrawnAt" is null and "expiresAt" > ${at}`);
  const standing = new Map(known.map(({ email, isInvited }) => [email, isInvited]));
  return lines.map(line => {
    const isInvited = standing.get(line.email);
    if (line.problem !== null || isInvited === undefined) return line;
    const code = isInvited ? "account_invitation.waiting" : "account_invitation.has_account";
    return { ...line, problem: message(code, { email: line.email }) };
  });
}
