import type { PersonActor } from "@/lib/actor";
import type { Field } from "@/lib/catalog/fields";
import { publishForm, saveForm } from "@/lib/catalog/form-drafts";
import { readFormPage } from "@/lib/catalog/form-page";
import { readWholeForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { sentCorrection } from "@/lib/entry/request-forms";
import { correctRequest } from "@/lib/requests/correct";
import { readDeskSettings } from "@/lib/settings";
import { anAdmin, run } from "./factories";
import { rowOf } from "./records";

/** Gives the form of a type a next version by way of its draft; `fields` is the whole form. */
export async function publishes(slug: string, fields: Field[]): Promise<void> {
  const admin = await anAdmin();
  const begun = await readFormPage(admin, slug);
  await run(admin, act => saveForm(act, { slug, version: begun.draft?.version ?? 0, fields }));
  const { draft, formVersionId } = await readFormPage(admin, slug);
  const version = draft?.version ?? 0;
  await run(admin, act => publishForm(act, { slug, version, formVersionId, acceptsLoss: true }));
}

/** What the form is drawn with for an agent, from what is there now. */
async function asDrawn(reference: string) {
  const { id, formVersionId, edition, summary, answers } = await rowOf(reference);
  const kept = await db().agentAnswers.findUnique({ where: { requestId: id } });
  const all = { ...(answers as object), ...(kept?.answers as object | undefined) };
  return { formVersionId, edition, summary, answers: all, agentEdition: kept?.edition ?? 0 };
}

type Sent = Partial<Omit<Awaited<ReturnType<typeof asDrawn>>, "answers">> & {
  answers: Record<string, unknown>;
  view?: "agent" | "customer";
};

/** Posts the form of corrections, as the page of agents does. */
export async function correctAsAgent(by: PersonActor, reference: string, sent: Sent): Promise<void> {
  const { view = "agent", answers, ...more } = sent;
  const drawn = await asDrawn(reference);
  const data = new FormData();
  data.set("view", view);
  data.set("formVersionId", drawn.formVersionId);
  const input = (await sentCorrection(data, await readDeskSettings(), by)).parse({
    ...{ reference, view, ...drawn, ...more, answers: { ...drawn.answers, ...answers } },
  });
  const { view: _, ...correction } = input;
  await run(by, act => correctRequest(act, correction));
}

export const wholeFormOfRequest = async (reference: string): Promise<Field[]> =>
  (await readWholeForm((await rowOf(reference)).formVersionId)) ?? [];
