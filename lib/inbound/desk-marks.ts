import "server-only";
import { env } from "../env";
import type { DeskMarks } from "./quote-leads";

export function deskMarks(): DeskMarks {
  const { MAIL_FROM, MAIL_REPLY_DOMAIN, DESK_NAME, APP_URL, REFERENCE_PREFIX } = env();
  const [, name = "", address = MAIL_FROM] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(MAIL_FROM) ?? [];
  const addresses = [address, ...(MAIL_REPLY_DOMAIN ? [`@${MAIL_REPLY_DOMAIN}`] : [])];
  return {
    addresses: addresses.map(one => one.toLowerCase()),
    names: [...new Set([name, DESK_NAME])].filter(one => one !== ""),
    url: APP_URL,
    prefix: REFERENCE_PREFIX,
  };
}
