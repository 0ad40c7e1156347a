import "server-only";
import type { Actor } from "../actor";
import type { Status } from "../generated/enums";
import { findRequest } from "../requests/found";
import { referenceOf } from "../requests/reference";
import { sharingOf } from "./people";

/** What the page after raising a request says of it. */
export type Received = {
  reference: string;
  summary: string;
  status: Status;
  typeSlug: string;
  invited: string[];
};

export async function readReceived(actor: Actor, reference: string): Promise<Received | null> {
  const request = await findRequest(actor, reference);
  if (!request) return null;
  const { number, summary, status, typeSlug, asking } = request;
  const invited = sharingOf(request).invited.flatMap(({ email }) => email ?? []);
  return { reference: referenceOf(number, asking.settings), summary, status, typeSlug, invited };
}
