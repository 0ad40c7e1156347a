import { operator } from "@/lib/actor";
import type { Tx } from "@/lib/db";
import { exportDesk } from "@/lib/desk-file/export";
import { importDesk } from "@/lib/desk-file/import";
import { readDeskFile } from "@/lib/desk-file/read";
import { FileProblems } from "@/lib/desk-file/remark";
import type { SectionName } from "@/lib/desk-file/sections";
import { tellDifference, tellRemark } from "@/lib/desk-file/tell";
import { deskTranslator } from "@/lib/messages/translate";
import { run } from "./factories";

export const exported = (...sections: SectionName[]): Promise<string> =>
  run(operator, act => exportDesk(act, sections.length > 0 ? sections : undefined));

/** As the operator is told it: what changed, and what was left out. */
export async function imported(text: string): Promise<{ changes: string[]; notes: string[] }> {
  const { differences, notes } = await run(operator, act => importDesk(act, readDeskFile(text)), undefined, {
    seconds: 120,
  });
  const tell = (note: (typeof notes)[number]) => tellRemark(deskTranslator(), "desk.yaml", note);
  return { changes: differences.map(tellDifference), notes: notes.map(tell) };
}

/** What is wrong with a file, as the operator is told it. */
export async function problemsOf(text: string): Promise<string[]> {
  const error: unknown = await imported(text).then(
    () => new Error("Nothing was wrong with it."),
    thrown => thrown,
  );
  if (!(error instanceof FileProblems)) throw error;
  return error.problems.map(problem => tellRemark(deskTranslator(), "desk.yaml", problem));
}

/** Takes away the catalog and the settings. */
export async function emptyCatalog(tx: Tx): Promise<void> {
  await tx.$executeRaw`delete from settings`;
  await tx.$executeRaw`delete from form_versions`;
  await tx.$executeRaw`delete from type_statuses`;
  await tx.$executeRaw`delete from type_organisations`;
  await tx.$executeRaw`delete from request_types`;
  await tx.$executeRaw`delete from categories`;
}

/** Takes away all else that a file can say, and leaves the people. */
export async function emptyDesk(tx: Tx): Promise<void> {
  await tx.$executeRaw`delete from canned_texts`;
  await tx.$executeRaw`delete from canned_replies`;
  await tx.$executeRaw`delete from saved_views`;
  await tx.$executeRaw`delete from help_articles`;
  await tx.$executeRaw`delete from tags`;
  await tx.$executeRaw`delete from choice_lists`;
  await tx.$executeRaw`update request_types set "teamId" = null`;
  await tx.$executeRaw`delete from team_members`;
  await tx.$executeRaw`delete from teams`;
  await tx.$executeRaw`delete from organisation_members`;
  await tx.$executeRaw`delete from organisation_domains`;
  await tx.$executeRaw`delete from organisations`;
}
