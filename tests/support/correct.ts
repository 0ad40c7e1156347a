import type { PersonActor } from "@/lib/actor";
import type { Answers } from "@/lib/catalog/fields";
import { db } from "@/lib/db";
import { correctionForm } from "@/lib/entry/request-forms";
import { correctRequest } from "@/lib/requests/correct";
import { run } from "./factories";
import { rowOf } from "./records";

type Words = { summary?: string; answers?: Answers; edition?: number; formVersionId?: string };

/** Sends the correction form with these answers, from the current edition or the given one. */
export async function correct(by: PersonActor, reference: string, words: Words): Promise<void> {
  const row = await rowOf(reference);
  const form = await db().formVersion.findUniqueOrThrow({ where: { id: row.formVersionId } });
  const input = correctionForm(form.fields as never, by.timeZone).parse({
    reference,
    formVersionId: row.formVersionId,
    edition: row.edition,
    summary: row.summary,
    answers: row.answers,
    ...words,
  });
  await run(by, act => correctRequest(act, input));
}
