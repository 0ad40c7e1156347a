import "server-only";
import { env } from "../env";

/**
 * All mails of a request refer to one invented first message, so that clients thread them even without the first mail.
 * RFC 3834 marks them as automatic; RFC 2919 lets people filter them.
 */
export function mailHeaders(requestId: string | null): Record<string, string> {
  const machine = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
  if (!requestId) return machine;
  const { hostname } = new URL(env().APP_URL);
  const root = `<${requestId}@${hostname}>`;
  return { ...machine, "In-Reply-To": root, References: root, "List-Id": `<requests.${hostname}>` };
}
