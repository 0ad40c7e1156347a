import { z } from "zod";
import { referenceInput } from "../requests/input";
import { maxAtOnce } from "../sharing/input";
import { addressOf, wordsOfAddresses } from "../text/email-address";

const shown = (address: string) => `“${address.length > 60 ? `${address.slice(0, 59)}…` : address}”`;

const tooMany = (count: number) => `Please enter at most ${maxAtOnce} addresses at once; these are ${count}.`;

export const addressesInput = z
  .string({ error: "Enter at least one email address." })
  .max(10_000, `Please enter at most ${maxAtOnce} addresses at once.`)
  .transform((text, context) => {
    const words = wordsOfAddresses(text);
    if (words.length > 5 * maxAtOnce) {
      context.addIssue({ code: "custom", message: tooMany(words.length) });
      return z.NEVER;
    }
    const read = words.map(word => ({ word, address: addressOf(word) }));
    const problems = read
      .filter(({ address }) => address === null)
      .slice(0, maxAtOnce)
      .map(({ word }) => `${shown(word)} is not an email address such as name@example.org.`);
    const addresses = [...new Set(read.flatMap(({ address }) => address ?? []))];
    if (addresses.length > maxAtOnce) problems.push(tooMany(addresses.length));
    if (words.length === 0) problems.push("Enter at least one email address.");
    if (problems.length > 0) context.addIssue({ code: "custom", message: problems.join(" ") });
    return addresses;
  });

export const shareInput = z.strictObject({ reference: referenceInput, shareWith: addressesInput });
