import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Tx } from "../db";
import { env } from "../env";
import { followedAsManager, takenPartInBy } from "../requests/policy";
import { takesReplies } from "../transport/replies";

/** The request that an answer goes to, and the only person who may write it. */
export type ReplyToken = { number: number; personId: string };

const prefix = "reply+";
const [numberBytes, personBytes, proofBytes] = [4, 16, 15];
// RFC 4648 in lower case, because servers may fold the local part; 35 bytes encode without padding.
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** At most 64 characters before the @. */
export function replyAddress({ number, personId }: ReplyToken): string {
  const facts = Buffer.alloc(numberBytes + personBytes);
  facts.writeUInt32BE(number);
  facts.write(personId.replaceAll("-", ""), numberBytes, "hex");
  return `${prefix}${encode(Buffer.concat([facts, proofOf(facts)]))}@${env().MAIL_REPLY_DOMAIN}`;
}

/** `forged` if it looks like one of ours but we did not issue it, null for any other address. */
export function readReplyAddress(address: string): ReplyToken | "forged" | null {
  const [local = "", domain, ...rest] = address.toLowerCase().split("@");
  if (rest.length > 0 || domain !== env().MAIL_REPLY_DOMAIN || !local.startsWith(prefix)) return null;
  const bytes = decode(local.slice(prefix.length));
  if (bytes?.length !== numberBytes + personBytes + proofBytes) return "forged";
  const facts = bytes.subarray(0, numberBytes + personBytes);
  if (!timingSafeEqual(bytes.subarray(facts.length), proofOf(facts))) return "forged";
  const personId = facts
    .toString("hex", numberBytes)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { number: facts.readUInt32BE(), personId };
}

/** Empty unless the person is a member of the request, a manager who follows it, or its assignee. */
export async function replyHeader(
  tx: Tx,
  requestId: string | null,
  personId: string | null,
): Promise<Record<string, string>> {
  if (!takesReplies() || !requestId || !personId) return {};
  const request = await tx.serviceRequest.findFirst({
    where: {
      id: requestId,
      OR: [
        takenPartInBy({ id: personId }, requestId),
        { assigneeId: personId },
        followedAsManager(personId, requestId),
      ],
    },
    select: { number: true },
  });
  return request ? { "Reply-To": replyAddress({ number: request.number, personId }) } : {};
}

function proofOf(facts: Buffer): Buffer {
  return createHmac("sha256", env().NEXTAUTH_SECRET)
    .update("lodge: address for replies by mail\0")
    .update(facts)
    .digest()
    .subarray(0, proofBytes);
}

function encode(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map(five => alphabet[Number.parseInt(five, 2)]).join("");
}

function decode(text: string): Buffer | null {
  if (!/^[a-z2-7]{1,64}$/.test(text)) return null;
  const bits = [...text].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(eight => Number.parseInt(eight, 2)));
}
