import "server-only";
import type { Act } from "../events/act";
import { refuse } from "../refusal";

/** The caller has locked the person. @throws Refusal conflict while they are to be erased, and for good once they are */
export async function requireNoErasure({ tx }: Act, personId: string): Promise<void> {
  const erasure = await tx.erasure.findUnique({ where: { personId }, select: { personId: true } });
  if (erasure) throw refuse("erasure.pending");
}
