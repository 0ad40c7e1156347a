import "server-only";
import type { Field } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import { readFormVersion, readWholeForm } from "../catalog/queries";
import { db, Prisma } from "../db";
import type { Stored } from "../events/stored";

/** The form that a request had when this happened, if its type was changed by it or since. Index events_type_changes. */
export const formAtSql = (eventId: Prisma.Sql) => Prisma.sql`(
  select later.data->>'fromFormId' from events own
  join events later on later."requestId" = own."requestId" and later.id >= own.id and later.type = 'request_type_changed'
  where own.id = ${eventId} order by later.id limit 1
)`;

/** As this reader has it. @param now what its form asks by now */
export async function readFieldsAt(
  eventId: bigint,
  now: Field[],
  reader: { language: string },
): Promise<Field[]> {
  const [row] = await db().$queryRaw<{ formId: string | null }[]>`
    select ${formAtSql(Prisma.sql`${eventId}`)} as "formId"`;
  return fieldsFor(reader, (row?.formId && (await readFormVersion(row.formId))) || now);
}

type Changed = { type: string; data: unknown; formId: string | null };

/** By which questions the changes of an event are told: `now` are those that its request has. */
export async function formsOf(
  event: Stored<Changed>,
  now: Field[],
): Promise<{ fields: Field[]; newFields: Field[] }> {
  if (event.type === "agent_answers_changed") {
    const { fromFormId, toFormId } = event.data;
    const [from, to] = [await readWholeForm(fromFormId), await readWholeForm(toFormId)];
    return { fields: from ?? [], newFields: to ?? [] };
  }
  const before = event.formId === null ? null : await readFormVersion(event.formId);
  const after = event.type === "request_type_changed" ? await readFormVersion(event.data.toFormId) : null;
  return { fields: before ?? now, newFields: after ?? now };
}
