import "server-only";
import { seal, unseal } from "../crypto";

type Bound = { eventId: bigint; kind: string; to: string };

const purpose = "mail";
/** Opened for another mail, it would lead somebody else into the account. */
const contextOf = ({ eventId, kind, to }: Bound) => `${eventId} ${kind} ${to}`;

export function sealSecret(mail: Bound, content: object): string {
  return seal(purpose, contextOf(mail), JSON.stringify(content));
}

/** @throws Error where it was sealed for another mail, or with a NEXTAUTH_SECRET that has been changed since */
export function openSecret(mail: Bound, sealed: string): unknown {
  let opened: string;
  try {
    opened = unseal(purpose, contextOf(mail), sealed);
  } catch (cause) {
    throw new Error("Its code or link was sealed with another NEXTAUTH_SECRET.", { cause });
  }
  return JSON.parse(opened);
}
