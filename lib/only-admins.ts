import { type Actor, keepsDesk } from "./actor";
import { notFound } from "./refusal";

/** To everybody else but the operator there are no pages and commands of administration. @throws Refusal not_found */
export function onlyAdmins(actor: Actor): void {
  if (!keepsDesk(actor)) throw notFound();
}
