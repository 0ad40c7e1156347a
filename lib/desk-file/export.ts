import "server-only";
import type { Tx } from "../db";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { type DeskFile, type SectionName, sections } from "./sections";
import { writeFile } from "./write";

/** How the desk is set up, without people, secrets and what is somebody's own. @throws Refusal not_found (no admin) */
export async function exportDesk({ actor, tx }: Act, names?: readonly SectionName[]): Promise<string> {
  onlyAdmins(actor);
  return writeFile(await readDesk(tx, names));
}

export async function readDesk(tx: Tx, names?: readonly SectionName[]): Promise<DeskFile> {
  const file: DeskFile = { lodge: 1 };
  for (const [name, { read }] of sections) if (!names || names.includes(name)) file[name] = await read(tx);
  return file;
}
