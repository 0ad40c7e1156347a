import "server-only";
import { env } from "../env";
import { messages } from "../generated/messages";
import { type Language, translatorOf } from "../messages/translate";
import type { DeskSettings } from "../settings";
import type { DeskMarks } from "./quote-leads";

const footers = (Object.keys(messages) as Language[]).flatMap(language => {
  const t = translatorOf(language);
  return [t("mails.footer.mute"), t("mails.footer.unmute"), t("mails.footer.reply")];
});
// People still answer emails of earlier releases.
footers.push("A reply to this mail reaches us");

export function deskMarks({
  deskName,
  referencePrefix,
}: Pick<DeskSettings, "deskName" | "referencePrefix">): DeskMarks {
  const { MAIL_FROM, MAIL_REPLY_DOMAIN, APP_URL } = env();
  const [, name = "", address = MAIL_FROM] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(MAIL_FROM) ?? [];
  const addresses = [address, ...(MAIL_REPLY_DOMAIN ? [`@${MAIL_REPLY_DOMAIN}`] : [])];
  return {
    addresses: addresses.map(one => one.toLowerCase()),
    names: [...new Set([name, deskName])].filter(one => one !== ""),
    url: APP_URL,
    prefix: referencePrefix,
    footers,
  };
}
