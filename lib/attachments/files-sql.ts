import "server-only";
import { Prisma } from "../db";
import type { FileView } from "../form/file-view";
import { maxUnsent } from "./store";

/** Of a row `f`, what a `FileView` has, as `fileColumns`. */
const view = Prisma.sql`'id', f.id, 'name', f.name, 'size', f.size, 'type', f.type, 'width', f.width, 'height', f.height`;
/** As `fileOrder`. */
const order = Prisma.sql`f."createdAt", f.id`;

export const filesSql = (where: Prisma.Sql) => Prisma.sql`(
  select coalesce(json_agg(json_build_object(${view}, 'isRemoved', f."removedAt" is not null) order by ${order}), '[]')
  from files f where ${where})`;

export type UnsentFile = FileView & { field: string };

/** Index files_unsent. */
export const unsentFilesSql = (ownerId: string, place: string) => Prisma.sql`(
  select coalesce(json_agg(json_build_object(${view}, 'field', f.field) order by ${order}), '[]')
  from (
    select * from files f where f."ownerId" = ${ownerId}::uuid and f.place = ${place} order by ${order} limit ${maxUnsent}
  ) f)`;

export function unsentFilesByField(files: UnsentFile[]): Record<string, FileView[]> {
  const fields: Record<string, FileView[]> = {};
  for (const { field, ...file } of files) if (field) fields[field] = [...(fields[field] ?? []), file];
  return fields;
}
