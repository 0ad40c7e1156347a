import "server-only";
import type { PersonActor } from "../actor";
import { type UnsentFile, unsentFilesByField, unsentFilesSql } from "../attachments/files-sql";
import { Prisma, readRows } from "../db";
import type { FileView } from "../form/file-view";
import type { FormDraft } from "../form/form-state";
import { type DraftFields, isBlank, isPlace } from "./places";

/** Text typed into forms, and files chosen for them, that have not been sent. */
export type Unsent = {
  /** By place. */
  drafts: Record<string, FormDraft>;
  /** By field. */
  files: Record<string, FileView[]>;
};

export type UnsentRow = {
  drafts: { place: string; fields: DraftFields; updatedAt: string }[];
  unsentFiles: UnsentFile[];
};

/** By place, names of fields, which must not be technical, secret or files. */
export type Forms = Record<string, string[]>;

/** The columns of an `UnsentRow`: drafts of all these forms, files of one. */
export const unsentSql = ({ id }: PersonActor, forms: Forms, filesOf: string) => Prisma.sql`
  (
    select coalesce(json_agg(json_build_object('place', d.place, 'fields', d.fields, 'updatedAt', d."updatedAt") order by d.place), '[]')
    from drafts d where d."personId" = ${id}::uuid and d.place = any(${Object.keys(forms).filter(isPlace)})
  ) as drafts,
  ${unsentFilesSql(id, filesOf)} as "unsentFiles"`;

export function unsentOf(
  { id: person }: PersonActor,
  forms: Forms,
  { drafts, unsentFiles }: UnsentRow,
): Unsent {
  const draftOf = (place: string, names: string[]): FormDraft => {
    const row = drafts.find(one => one.place === place);
    const stored = Object.entries(row?.fields ?? {});
    const fields = Object.fromEntries(stored.filter(([name]) => names.includes(name)));
    const kept = row && !isBlank(fields) ? { fields, at: new Date(row.updatedAt).toISOString() } : null;
    return { person, place, names, kept };
  };
  const entries = Object.entries(forms).map(([place, names]) => [place, draftOf(place, names)]);
  return { drafts: Object.fromEntries(entries), files: unsentFilesByField(unsentFiles) };
}

/** Of one form. */
export async function readUnsent(
  actor: PersonActor,
  place: string,
  names: string[],
): Promise<{ draft: FormDraft; files: Unsent["files"] }> {
  const forms = { [place]: names };
  const [row] = await readRows<UnsentRow>(Prisma.sql`select ${unsentSql(actor, forms, place)}`);
  const { drafts, files } = unsentOf(actor, forms, row ?? { drafts: [], unsentFiles: [] });
  return { draft: drafts[place] ?? { person: actor.id, place, names, kept: null }, files };
}
