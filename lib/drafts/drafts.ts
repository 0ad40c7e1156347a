import "server-only";
import { z } from "zod";
import { days } from "../clock";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import { type DraftFields, isBlank, isPlace, keptOf } from "./places";

const draftDays = 90;
/** `characters` per draft in all, `drafts` per person: the oldest are deleted. */
export const draftLimits = { characters: 200_000, drafts: 100 } as const;

/** Text that is too long for its field is kept as well, until it is shortened. */
const text = z.string().max(draftLimits.characters);

export const draftInput = z.strictObject({
  place: z.string().refine(isPlace),
  fields: z
    .record(z.string().max(80), z.union([text, z.array(text).max(100)]))
    .refine(fields => JSON.stringify(fields).length <= draftLimits.characters),
});

export type DraftInput = z.output<typeof draftInput>;

/** Blank fields delete the draft. @throws Refusal forbidden unless a person acts */
export async function saveDraft(act: Act, { place, fields: sent }: DraftInput): Promise<void> {
  const { actor, at, tx } = byPerson(act);
  const fields = withoutNul(keptOf(sent));
  if (isBlank(fields)) return dropDraft(act, place);
  const where = { personId: actor.id, place };
  await tx.draft.upsert({
    where: { personId_place: where },
    create: { ...where, fields, updatedAt: at },
    update: { fields, updatedAt: at },
    select: { place: true },
  });
  const tooMany = await tx.draft.findMany({
    where: { personId: actor.id },
    orderBy: [{ updatedAt: "desc" }, { place: "asc" }], // the primary key; a person has few
    skip: draftLimits.drafts,
    take: draftLimits.drafts,
    select: { place: true },
  });
  if (tooMany.length > 0)
    await tx.draft.deleteMany({
      where: { personId: actor.id, place: { in: tooMany.map(draft => draft.place) } },
    });
}

export async function dropDraft(act: Act, place: string): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.draft.deleteMany({ where: { personId: actor.id, place } });
}

export async function sweepDrafts(at: Date): Promise<void> {
  const before = new Date(at.getTime() - days(draftDays));
  await db().draft.deleteMany({ where: { updatedAt: { lt: before } } });
}

/** PostgreSQL cannot store the NUL character. */
function withoutNul(fields: DraftFields): DraftFields {
  return JSON.parse(JSON.stringify(fields).replaceAll("\\u0000", "")) as DraftFields;
}
