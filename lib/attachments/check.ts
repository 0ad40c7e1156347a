import "server-only";
import { db } from "../db";

/** As many files of the maximum size as PostgreSQL can hash within one statement timeout. */
const atOnce = 10;

/** Finds files whose bytes are missing or do not match their digest, up to `max`. */
export async function findChangedFiles(max: number): Promise<string[]> {
  const broken: string[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; broken.length < max; ) {
    const rows = await db().$queryRaw<{ id: string; isWhole: boolean }[]>`
      select files.id, coalesce(encode(sha256(bytes), 'hex') = sha256 and length(bytes) = size, false) as "isWhole"
      from files left join file_contents on "fileId" = files.id
      where files.id > ${after}::uuid and "removedAt" is null order by files.id limit ${atOnce}`; // files_pkey
    broken.push(...rows.filter(({ isWhole }) => !isWhole).map(({ id }) => `file ${id}`));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) break;
    after = last.id;
  }
  return broken.slice(0, max);
}
