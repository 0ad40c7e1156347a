import "server-only";
import { env } from "../env";
import type { DeskSettings } from "../settings";
import type { DeskMarks } from "./quote-leads";

export function deskMarks({ deskName, referencePrefix }: DeskSettings): DeskMarks {
  const { MAIL_FROM, MAIL_REPLY_DOMAIN, APP_URL } = env();
  const [, name = "", address = MAIL_FROM] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(MAIL_FROM) ?? [];
  const addresses = [address, ...(MAIL_REPLY_DOMAIN ? [`@${MAIL_REPLY_DOMAIN}`] : [])];
  return {
    addresses: addresses.map(one => one.toLowerCase()),
    names: [...new Set([name, deskName])].filter(one => one !== ""),
    url: APP_URL,
    prefix: referencePrefix,
  };
}
