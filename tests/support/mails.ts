import { expect } from "@playwright/test";
import { mailsIn, type ReceivedMail } from "./mail-server";

const folder = process.env.LODGE_TEST_MAILS ?? "";
const read = new Map<string, Set<number>>();

export const mailsTo = (address: string): ReceivedMail[] => mailsIn(folder, address);

/** Waits for the next email to an address that no earlier call returned, optionally with this subject. */
export async function mailTo(address: string, subject = /.*/): Promise<ReceivedMail> {
  const known = read.get(address) ?? new Set();
  read.set(address, known);
  const find = () =>
    mailsTo(address).findIndex((mail, place) => !known.has(place) && subject.test(mail.subject));
  await expect
    .poll(find, {
      message: `an email to ${address} with ${subject} in its subject`,
      intervals: [20, 50, 100],
    })
    .toBeGreaterThanOrEqual(0);
  const place = find();
  known.add(place);
  const mail = mailsTo(address)[place];
  if (!mail) throw new Error(`The email to ${address} is gone.`);
  return mail;
}

export function linkIn(mail: ReceivedMail, path: string | RegExp): string {
  const links = mail.text.match(/https?:\/\/[^\s<>]+/g) ?? [];
  const link = links.find(one => (typeof path === "string" ? one.includes(path) : path.test(one)));
  if (!link) throw new Error(`No link to ${path} in the email “${mail.subject}”:\n${mail.text}`);
  return link;
}
