import "server-only";
import { z } from "zod";
import { type Inspected, inspectFile } from "../attachments/inspect";
import { maxFiles } from "../attachments/limits";
import { cleanName } from "../attachments/names";
import type { Tx } from "../db";
import { sizeOf } from "../form/file-view";
import type { InboundState } from "../generated/enums";
import { Refusal } from "../refusal";
import { readDeskSettings } from "../settings";

export type Attached = {
  name: string;
  content: Buffer;
  type: string;
  isInText: boolean;
  isPasted: boolean;
};

const reasons = {
  kind: "the desk does not accept it",
  too_many: `more than ${maxFiles} files were attached`,
  decoration: "a small image in a quote or signature",
  seal: "a digital signature, which the desk does not check",
  packed: "files packed by Outlook in a way that the desk cannot read",
  no_room: "too many files are waiting for a decision",
} as const;

const leftOutInput = z.object({
  name: z.string(),
  size: z.number(),
  // Rows from before the desk took files have no reason.
  why: z.enum(Object.keys(reasons) as [LeftOut["why"]]).catch("kind"),
});
export type LeftOut = { name: string; size: number; why: keyof typeof reasons };

export const readLeftOut = (stored: unknown): LeftOut[] => z.array(leftOutInput).parse(stored);

export const describeLeftOut = ({ name, size, why }: LeftOut) => `${name} (${sizeOf(size)}): ${reasons[why]}`;

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

/** Lists the files that were left out below the text, so that none is lost silently. */
export function wordsOf(body: string, leftOut: LeftOut[]): string {
  const missed = leftOut.filter(({ why }) => why !== "decoration" && why !== "seal");
  if (missed.length === 0) return body;
  const names = missed
    .slice(0, 20)
    .map(({ name, size, why }) => `\`${name.replaceAll("`", "'")}\` (${sizeOf(size)}: ${reasons[why]})`);
  const more = missed.length > names.length ? ` and ${missed.length - names.length} more` : "";
  const came =
    missed.length === 1
      ? "1 file attached to this email was left out"
      : `${missed.length} files attached to this email were left out`;
  return `${body}\n\n${came}: ${names.join(", ")}${more}`.trim();
}

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
