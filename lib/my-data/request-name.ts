import "server-only";
import type { PersonActor } from "../actor";
import { type AccessFacts, rolesOn, standingColumns } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";

export const numbered = { select: { number: true, ...standingColumns } } as const;

export function nameOf(
  actor: PersonActor,
  request: AccessFacts & { number: number },
  settings: DeskSettings,
): string | null {
  return rolesOn(actor, request).length > 0 ? referenceOf(request.number, settings) : null;
}
