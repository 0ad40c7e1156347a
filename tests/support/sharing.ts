import type { Actor } from "@/lib/actor";
import { findRequest } from "@/lib/requests/found";
import { type Sharing, sharingOf } from "@/lib/sharing/people";

/** Who is on a request, as this actor's page of it shows; null where they may not see it. */
export async function readSharing(actor: Actor, reference: string): Promise<Sharing | null> {
  const request = await findRequest(actor, reference);
  return request && sharingOf(request);
}
