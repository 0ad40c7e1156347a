import "server-only";
import { seal, unseal } from "../crypto";

type Bound = { eventId: bigint; kind: string; to: string };

const purpose = "mail";
/** Binds a secret to its mail; opened for another one, it would lead somebody else into the account. */
const contextOf = ({ eventId, kind, to }: Bound) => `${eventId} ${kind} ${to}`;

export function sealSecret(mail: Bound, content: object): string {
  return seal(purpose, contextOf(mail), JSON.stringify(content));
}

/** @throws Error where it was sealed for another mail, or with a former NEXTAUTH_SECRET */
export function openSecret(mail: Bound, sealed: string): unknown {
  let opened: string;
  try {
    opened = unseal(purpose, contextOf(mail), sealed);
  } catch (cause) {
    throw new Error("Its code or link was sealed with another NEXTAUTH_SECRET.", { cause });
  }
  return JSON.parse(opened);
}
