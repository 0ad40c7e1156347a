import "server-only";
import { z } from "zod";
import { type Inspected, inspectFile } from "../attachments/inspect";
import { maxFiles } from "../attachments/limits";
import { cleanName } from "../attachments/names";
import type { Tx } from "../db";
import type { InboundState } from "../generated/enums";
import type { Said } from "../messages/said";
import { Refusal } from "../refusal";
import { readDeskSettings } from "../settings";

export type Attached = {
  name: string;
  content: Buffer;
  type: string;
  isInText: boolean;
  isPasted: boolean;
};

const reasons = ["kind", "too_many", "decoration", "seal", "packed", "no_room"] as const;

const leftOutInput = z.object({
  name: z.string(),
  size: z.number(),
  // Rows from before the desk took files have no reason.
  why: z.enum(reasons).catch("kind"),
});
export type LeftOut = { name: string; size: number; why: (typeof reasons)[number] };

export const readLeftOut = (stored: unknown): LeftOut[] => z.array(leftOutInput).parse(stored);

export const reasonOf = (why: LeftOut["why"]): Said => ({
  code: `inbox.left_out.${why}`,
  params: { max: maxFiles },
});

export const describeLeftOut = ({ name, size, why }: LeftOut): Said => ({
  code: "inbox.mail.left_out.file",
  params: { name, size: { bytes: size }, reason: reasonOf(why) },
});

/** Smaller images in the text are decoration, such as icons in a signature. Bytes. */
const decoration = 5_000;

/** Splits attachments by the rules for uploads. @throws Refusal conflict when the virus scanner is unreachable */
export async function sortFiles(attached: Attached[]): Promise<{ files: Inspected[]; leftOut: LeftOut[] }> {
  const settings = await readDeskSettings();
  const files: Inspected[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of attached) {
    const leave = (why: LeftOut["why"]) => leftOut.push(leaveOut(file, why));
    if (isSeal(file)) leave("seal");
    else if (/^application\/(vnd\.)?ms-tnef$/.test(file.type) || /^winmail\.dat$/i.test(file.name))
      leave("packed");
    else if (file.isInText && !file.isPasted && file.content.length < decoration) leave("decoration");
    else if (files.length === maxFiles) leave("too_many");
    else {
      const inspected = await inspectFile(file.name, file.content, settings).catch((error: unknown) => {
        // Not this file's fault: rethrow, so that the email is fetched again later.
        if (error instanceof Refusal && error.kind === "invalid") return null;
        throw error;
      });
      if (inspected) files.push(inspected);
      else leave("kind");
    }
  }
  return { files, leftOut };
}

const isSeal = ({ type }: Attached) => /^application\/(pgp-signature|(x-)?pkcs7-signature)$/.test(type);

export const leaveOut = (
  { name, content }: { name: string; content: Uint8Array },
  why: LeftOut["why"],
): LeftOut => ({ name: cleanName(name), size: content.length, why });

/** Bytes that files of undecided emails may take per state. */
const maxWaiting = 500_000_000;

export async function hasRoomFor(tx: Tx, files: Inspected[], state: InboundState): Promise<boolean> {
  const { _sum } = await tx.file.aggregate({
    where: { mailId: { not: null }, mail: { state } }, // index files_mailId_idx
    _sum: { size: true },
  });
  return (_sum.size ?? 0) + totalOf(files) <= maxWaiting;
}

export const totalOf = (files: Inspected[]) => files.reduce((sum, { size }) => sum + size, 0);
