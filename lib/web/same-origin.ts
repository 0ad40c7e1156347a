import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { tellRefusal } from "../messages/translate";
import { Refusal, refuse } from "../refusal";
import { hasPassedGate } from "../session/client";

/**
 * Refuses what another site sends in the name of a signed-in person (OWASP ASVS 3.5.1). Next lets an action
 * without an Origin through; here a request must show that it comes from our own pages.
 * @throws Refusal forbidden
 */
export async function requireSameOrigin(): Promise<void> {
  // The front door has asked for the same already, and knows by which names people reach the desk.
  if (await hasPassedGate()) return;
  const sent = await headers();
  const site = sent.get("sec-fetch-site");
  const isOwn = site ? site === "same-origin" : sent.get("origin") === env().APP_URL;
  if (!isOwn) throw refuse("origin.foreign");
}

/** The answer of a plain address to what our own pages send; 403 for anything else, before any of it is read. */
export async function answerFromSameOrigin(answer: () => Promise<Response>): Promise<Response> {
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof Refusal) return new Response(tellRefusal(error).message, { status: 403 });
    throw error;
  }
  return answer();
}
