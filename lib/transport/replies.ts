import "server-only";
import { env } from "../env";

/** Whether people can answer the desk's emails. */
export function takesReplies(): boolean {
  return env().MAIL_REPLY_DOMAIN !== undefined;
}
