import "server-only";
import { sameText } from "../crypto";
import { env } from "../env";

export function isCronCall(request: Request): boolean {
  const secret = env().CRON_SECRET;
  return secret !== undefined && sameText(request.headers.get("authorization") ?? "", `Bearer ${secret}`);
}
