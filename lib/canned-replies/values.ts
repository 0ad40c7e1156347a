import "server-only";
import type { PersonActor } from "../actor";
import { referenceOf } from "../requests/reference";
import { requestPath } from "../requests/view";
import type { DeskSettings } from "../settings";
import { firstNameOf, type PlaceholderValues } from "./placeholders";

export type Desk = { deskUrl: string; settings: DeskSettings };

type About = { number: number; summary: string; customer: string };

/** What the placeholders stand for in an answer of this agent to a request. */
export function valuesFor(
  { number, summary, customer }: About,
  { name }: PersonActor,
  { deskUrl, settings }: Desk,
): PlaceholderValues {
  const reference = referenceOf(number, settings);
  return {
    "customer.name": customer || null,
    "customer.first_name": firstNameOf(customer),
    "request.reference": reference,
    "request.summary": summary || null,
    "request.link": `${deskUrl}${requestPath(reference, "customer")}`,
    "agent.name": name || null,
    "desk.name": settings.deskName || null,
  };
}
