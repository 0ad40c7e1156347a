import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "./load";
import { can } from "./policy";

/** Hides it from the managers of its organisation, or shows it to them. @throws Refusal not_found, forbidden */
export async function setPrivacy(
  act: Act,
  { reference, isPrivate }: { reference: string; isPrivate: boolean },
): Promise<void> {
  const request = await loadRequest(act, reference);
  if (!can(act, "hide", request)) throw refuse("privacy.not_yours");
  if (request.isPrivate === isPrivate) return;
  await act.tx.serviceRequest.updateMany({ where: { id: request.id }, data: { isPrivate } });
  await record(act, "privacy_changed", { isPrivate }, { requestId: request.id });
}
