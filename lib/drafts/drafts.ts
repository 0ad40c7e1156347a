import "server-only";
import { z } from "zod";
import type { PersonActor } from "../actor";
import { days } from "../clock";
import { db } from "../db";
import { type Act, byPerson } from "../events/act";
import type { FormDraft } from "../form/form-state";
import { refuse } from "../refusal";
import { type DraftFields, isBlank, isPlace, keptOf } from "./places";

const draftDays = 90;
/** Characters of one draft in all, and how many a person may have; beyond that the oldest give way. */
export const draftLimits = { characters: 200_000, drafts: 100 } as const;

/** As long as a draft may be: words that are too many for their field are kept too, until somebody shortens them. */
const text = z.string().max(draftLimits.characters);

export const draftInput = z.strictObject({
  /** Whom the page was drawn for. */
  person: z.uuid(),
  place: z.string().max(120).refine(isPlace),
  fields: z
    .record(z.string().max(80), z.union([text, z.array(text).max(100)]))
    .refine(fields => JSON.stringify(fields).length <= draftLimits.characters),
});

export type DraftInput = z.output<typeof draftInput>;

/**
 * Keeps what somebody has typed and not sent, in place of what they had there before; nothing typed keeps nothing.
 * @throws Refusal forbidden: the page was drawn for another person
 */
export async function saveDraft(act: Act, { person, place, fields: sent }: DraftInput): Promise<void> {
  const { actor, at, tx } = byPerson(act);
  if (person !== actor.id) throw refuse("draft.of_somebody_else");
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

/** Removes what this person has typed there: it was sent, or they start afresh. */
export async function dropDraft(act: Act, place: string): Promise<void> {
  const { actor, tx } = byPerson(act);
  await tx.draft.deleteMany({ where: { personId: actor.id, place } });
}

/**
 * What this person has typed into a form and not sent. `names` are the fields that the form keeps: none that are
 * technical, secret or files; what was typed into others is left out.
 */
export async function readDraft(actor: PersonActor, place: string, names: string[]): Promise<FormDraft> {
  const { [place]: draft } = await readDrafts(actor, { [place]: names });
  return draft ?? { person: actor.id, place, names, kept: null };
}

/** The same for several forms: their names by their places. */
export async function readDrafts(
  actor: PersonActor,
  forms: Record<string, string[]>,
): Promise<Record<string, FormDraft>> {
  const rows = await db().draft.findMany({
    where: { personId: actor.id, place: { in: Object.keys(forms).filter(isPlace) } }, // the primary key
    select: { place: true, fields: true, updatedAt: true },
  });
  return Object.fromEntries(
    Object.entries(forms).map(([place, names]) => {
      const row = rows.find(one => one.place === place);
      const stored = Object.entries((row?.fields ?? {}) as DraftFields);
      const fields = Object.fromEntries(stored.filter(([name]) => names.includes(name)));
      const kept = row && !isBlank(fields) ? { fields, at: row.updatedAt.toISOString() } : null;
      return [place, { person: actor.id, place, names, kept }];
    }),
  );
}

/** Removes what nobody has come back to for long. */
export async function sweepDrafts(at: Date): Promise<void> {
  const before = new Date(at.getTime() - days(draftDays));
  await db().draft.deleteMany({ where: { updatedAt: { lt: before } } });
}

/** PostgreSQL cannot keep the NUL character. */
function withoutNul(fields: DraftFields): DraftFields {
  return JSON.parse(JSON.stringify(fields).replaceAll("\\u0000", "")) as DraftFields;
}
