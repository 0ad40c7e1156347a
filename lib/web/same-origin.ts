import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { tellRefusal } from "../messages/refusals";
import { Refusal, refuse } from "../refusal";
import { askedTranslator } from "../session/asked";
import { hasPassedGate } from "../session/client";

/** Also catches actions without an Origin, which Next lets through (OWASP ASVS 3.5.1). @throws Refusal forbidden */
export async function requireSameOrigin(): Promise<void> {
  // The gate has checked this already, with all names of the desk.
  if (await hasPassedGate()) return;
  const sent = await headers();
  const site = sent.get("sec-fetch-site");
  const isOwn = site ? site === "same-origin" : sent.get("origin") === env().APP_URL;
  if (!isOwn) throw refuse("origin.foreign");
}

export async function answerFromSameOrigin(answer: () => Promise<Response>): Promise<Response> {
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof Refusal)
      return new Response(tellRefusal(error, await askedTranslator()).message, { status: 403 });
    throw error;
  }
  return answer();
}
