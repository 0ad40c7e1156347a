import { z } from "zod";
import { messageCode, type Said } from "../messages/said";
import { referenceInput } from "../requests/input";
import { maxAtOnce } from "../sharing/input";
import { addressOf, wordsOfAddresses } from "../text/email-address";

const missing: Said = { code: "sharing.addresses.missing" };
const tooMany = (count: number): Said => ({
  code: "sharing.addresses.too_many",
  params: { max: maxAtOnce, count },
});
const tooLong: Said = { code: "sharing.addresses.too_long", params: { max: maxAtOnce } };
const wrong = (word: string): Said => ({
  code: "sharing.addresses.wrong",
  params: { address: word.length > 60 ? `${word.slice(0, 59)}…` : word },
});
/** A form shows one text for each input. */
const together = (first: Said, second: Said): Said => ({
  code: "sharing.addresses.both",
  params: { first, second },
});

export const addressesInput = z
  .string({ error: messageCode(missing.code) })
  .transform((text, context): string[] => {
    const refuse = ({ code, params }: Said) => context.addIssue({ code: "custom", message: code, params });
    if (text.length > 10_000) {
      refuse(tooLong);
      return z.NEVER;
    }
    const words = wordsOfAddresses(text);
    if (words.length > 5 * maxAtOnce) {
      refuse(tooMany(words.length));
      return z.NEVER;
    }
    const read = words.map(word => ({ word, address: addressOf(word) }));
    const problems = read
      .filter(({ address }) => address === null)
      .slice(0, maxAtOnce)
      .map(({ word }) => wrong(word));
    const addresses = [...new Set(read.flatMap(({ address }) => address ?? []))];
    if (addresses.length > maxAtOnce) problems.push(tooMany(addresses.length));
    if (words.length === 0) problems.push(missing);
    if (problems.length > 0) refuse(problems.reduce(together));
    return addresses;
  });

export const shareInput = z.strictObject({ reference: referenceInput, shareWith: addressesInput });
