import type { DeskSettings } from "../settings";

/** The name and the address in MAIL_FROM, such as "Lodge <desk@example.org>". */
export function partsOf(mailFrom: string): { name: string; address: string } {
  const [, name = "", address = mailFrom] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name, address };
}

/** The sender of a mail: the desk's own name for it, at the address that the environment sets. */
export function senderOf(mailFrom: string, { mailSender }: Pick<DeskSettings, "mailSender">): string {
  return mailSender === "" ? mailFrom : `"${mailSender}" <${partsOf(mailFrom).address.trim()}>`;
}
