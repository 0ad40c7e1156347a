import "server-only";
import type { Act } from "../events/act";
import { refuse } from "../refusal";

const nowhere = "@erased.invalid";

/** What an erased person has instead of an address, which must be somebody's own. */
export const erasedAddress = (personId: string): string => `${personId}${nowhere}`;
export const isErasedAddress = (address: string): boolean => address.endsWith(nowhere);

/** The caller has locked the person. @throws Refusal conflict while they are to be erased, and for good once they are */
export async function requireNoErasure({ tx }: Act, personId: string): Promise<void> {
  const erasure = await tx.erasure.findUnique({ where: { personId }, select: { personId: true } });
  if (erasure) throw refuse("erasure.pending");
}
