import "server-only";
import { partsOf } from "../desk-settings/sender";
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

/** What the desk is called, and its requests are and were. */
export type NamesOfDesk = Pick<
  DeskSettings,
  "deskName" | "mailSender" | "referencePrefix" | "formerPrefixes"
>;

export function deskMarks({ deskName, mailSender, referencePrefix, formerPrefixes }: NamesOfDesk): DeskMarks {
  const { MAIL_FROM, MAIL_REPLY_DOMAIN, APP_URL } = env();
  const { name, address } = partsOf(MAIL_FROM);
  const addresses = [address, ...(MAIL_REPLY_DOMAIN ? [`@${MAIL_REPLY_DOMAIN}`] : [])];
  return {
    addresses: addresses.map(one => one.toLowerCase()),
    names: [...new Set([name, deskName, mailSender])].filter(one => one !== ""),
    url: APP_URL,
    prefixes: [referencePrefix, ...formerPrefixes],
    footers,
  };
}
