import "server-only";
import { later, minutes } from "../clock";
import { digest, newToken } from "../crypto";
import { db } from "../db";
import { env } from "../env";
import { type Act, record } from "../events/act";
import { onlyOperator } from "../only-admins";
import { refuse } from "../refusal";
import { lockStage, readStoredStage } from "../set-up-stage";

export const setUpLinkMinutes = 60;

/**
 * Makes the link with which the first admin creates their account. It works once, and a new link makes all earlier ones
 * invalid.
 * @throws Refusal forbidden (anybody but the operator), conflict (the desk has an admin)
 */
export async function makeSetUpLink(act: Act): Promise<string> {
  const { tx, at, actor } = act;
  onlyOperator(actor);
  if ((await lockStage(tx)) !== "fresh") throw refuse("set_up.begun");
  const token = newToken();
  await tx.setUpLink.deleteMany();
  await tx.setUpLink.create({
    data: { tokenHash: digest(token), createdAt: at, expiresAt: later(at, minutes(setUpLinkMinutes)) },
    select: { tokenHash: true },
  });
  await record(act, "set_up_link_made", {}, {});
  return `${env().APP_URL}/setup/${token}`;
}

export const openLink = (token: string, at: Date) => ({ tokenHash: digest(token), expiresAt: { gt: at } });

/** `open`: it is the newest link and not too old. `taken`: the desk has its first admin, maybe just now. `gone`: neither. */
export async function readSetUpLink(token: string, at: Date): Promise<"open" | "taken" | "gone"> {
  const found = await db().setUpLink.findFirst({
    where: openLink(token, at),
    select: { tokenHash: true },
  });
  if (found) return "open";
  // Asked after the link: whoever uses it up ends this stage in the same transaction.
  return (await readStoredStage(db())) === "fresh" ? "gone" : "taken";
}
