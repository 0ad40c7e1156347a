import type { PersonActor } from "@/lib/actor";
import type { Answers } from "@/lib/catalog/fields";
import { readForm } from "@/lib/catalog/queries";
import { changeType, type TypeChange } from "@/lib/desk/type-change";
import { sentTypeChange, typeChangeForm } from "@/lib/entry/request-forms";
import { readDeskSettings } from "@/lib/settings";
import { run } from "./factories";
import { rowOf } from "./records";

/** Sends the form of another type with these answers, from the request as it is or as it is wished to have been. */
export async function retype(
  by: PersonActor,
  reference: string,
  type: string,
  answers: Answers,
  wishes: Partial<TypeChange> = {},
): Promise<void> {
  const form = await readForm(type);
  if (!form) throw new Error(`There is no request type ${type}.`);
  const { formVersionId: from, edition } = await rowOf(reference);
  const { formVersionId } = form;
  const sent = typeChangeForm(form.fields, by.timeZone).parse({
    ...{ reference, from, formVersionId, edition, answers },
  });
  await run(by, act => changeType(act, { ...sent, ...wishes }));
}

/** The same by the whole form, as the page of agents sends it. */
export async function retypeAsAgent(
  by: PersonActor,
  reference: string,
  type: string,
  answers: Answers,
  wishes: Partial<TypeChange> = {},
): Promise<void> {
  const { formVersionId = "" } = (await readForm(type)) ?? {};
  const { formVersionId: from, edition } = await rowOf(reference);
  const data = new FormData();
  data.set("formVersionId", formVersionId);
  const form = await sentTypeChange(data, await readDeskSettings(), by);
  const sent = form.parse({ ...{ reference, from, formVersionId, edition, answers }, ...wishes });
  await run(by, act => changeType(act, sent));
}
