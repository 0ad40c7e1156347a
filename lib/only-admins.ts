import { type Actor, keepsDesk } from "./actor";
import { notFound, refuse } from "./refusal";

/** To everybody else but the operator there are no pages and commands of administration. @throws Refusal not_found */
export function onlyAdmins(actor: Actor): void {
  if (!keepsDesk(actor)) throw notFound();
}

/** @throws Refusal forbidden (anybody but the operator) */
export function onlyOperator(actor: Actor): void {
  if (actor.kind !== "system" || actor.part !== "operator") throw refuse("operator.only");
}
