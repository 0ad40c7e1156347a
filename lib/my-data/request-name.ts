import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";

export const mine = ({ id }: PersonActor) =>
  ({ select: { number: true, members: { where: { personId: id }, select: { personId: true } } } }) as const;

export function nameOf(
  actor: PersonActor,
  request: { number: number; members: unknown[] },
  settings: DeskSettings,
): string | null {
  return isAgent(actor) || request.members.length > 0 ? referenceOf(request.number, settings) : null;
}
