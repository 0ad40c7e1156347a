import "server-only";
import { env } from "../env";

/**
 * Every mail of a request points to the same invented first message, so that clients keep them in one thread even
 * when the real first mail is missing; RFC 3834 marks them as sent by a machine, and RFC 2919 lets people sort them.
 */
export function mailHeaders(requestId: string | null): Record<string, string> {
  const machine = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
  if (!requestId) return machine;
  const { hostname } = new URL(env().APP_URL);
  const root = `<${requestId}@${hostname}>`;
  return { ...machine, "In-Reply-To": root, References: root, "List-Id": `<requests.${hostname}>` };
}
