import type { DeskSettings } from "../settings";

/** The name and the address in MAIL_FROM, such as "Lodge <desk@example.org>". */
export function partsOf(mailFrom: string): { name: string; address: string } {
  const [, name = "", address = mailFrom] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name, address };
}

/** The sender of a mail: the desk's own name for it, or that of the environment, or what the desk is called, at the address of the environment. */
export function senderOf(
  mailFrom: string,
  { mailSender, deskName }: Pick<DeskSettings, "mailSender" | "deskName">,
): string {
  const { name, address } = partsOf(mailFrom);
  if (mailSender === "" && name !== "") return mailFrom;
  return `"${mailSender || deskName.replace(/[@<>"\\\s]+/g, " ").trim()}" <${address.trim()}>`;
}
