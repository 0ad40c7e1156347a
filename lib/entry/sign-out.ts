import "server-only";
import { endSession } from "../accounts/sessions";
import { system } from "../actor";
import { clearSessionCookie, readSessionCookie } from "../session/cookies";
import { requireSameOrigin } from "../web/same-origin";
import { perform } from "./perform";

export async function endVisit(): Promise<void> {
  await requireSameOrigin();
  const sessionId = await readSessionCookie();
  if (sessionId) await perform(system("front_door"), act => endSession(act, sessionId));
  await clearSessionCookie();
}
