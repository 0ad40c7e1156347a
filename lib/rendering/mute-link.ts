import "server-only";
import { createHmac } from "node:crypto";
import { sameText, sign } from "../crypto";
import { db, type Tx } from "../db";
import { env } from "../env";

export type MuteLink = { requestId: string; personId: string };

/** `one_click` is only in a header for the mail client, acts without asking, and cannot be derived from `page`. */
type Purpose = "page" | "one_click";
export type LinkKey = string & { readonly is: "key of mail links" };

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const shape = new RegExp(`^(${uuid})\\.(${uuid})\\.([\\w-]{43})$`);

const kept = new Map<string, LinkKey>();

/** A separate secret that outlives NEXTAUTH_SECRET, because mails are kept for years. */
export async function readLinkKey(tx: Tx = db()): Promise<LinkKey> {
  const desk = env().DATABASE_URL;
  const known = kept.get(desk);
  if (known) return known;
  const { secret } = await tx.deskKey.findUniqueOrThrow({
    where: { name: "mail_links" },
    select: { secret: true },
  });
  kept.set(desk, secret as LinkKey);
  return secret as LinkKey;
}

export function muteToken(key: LinkKey, purpose: Purpose, { requestId, personId }: MuteLink): string {
  const ids = `${requestId}.${personId}`;
  return `${ids}.${createHmac("sha256", key).update(`${purpose}\0${ids}`).digest("base64url")}`;
}

/** Null unless the desk issued the token for this purpose. */
export async function readMuteToken(purpose: Purpose, token: string): Promise<MuteLink | null> {
  const [, requestId = "", personId = ""] = shape.exec(token) ?? [];
  if (!requestId) return null;
  const link = { requestId, personId };
  const isOurs = sameText(token, muteToken(await readLinkKey(), purpose, link));
  return isOurs || (purpose === "page" && isOfOldMail(token, link)) ? link : null;
}

/** Mails of earlier releases carry one token for both purposes; it shows the page but no longer acts at once. */
function isOfOldMail(token: string, { requestId, personId }: MuteLink): boolean {
  const ids = `${requestId}.${personId}`;
  return sameText(token, `${ids}.${sign("mute", ids)}`);
}

export const muteUrl = (key: LinkKey, link: MuteLink) =>
  `${env().APP_URL}/mute/${muteToken(key, "page", link)}`;

/** RFC 8058: the address that mutes on POST, without asking and without a cookie. */
export function oneClickHeaders(key: LinkKey, link: MuteLink): Record<string, string> {
  return {
    "List-Unsubscribe": `<${env().APP_URL}/api/mute/${muteToken(key, "one_click", link)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
