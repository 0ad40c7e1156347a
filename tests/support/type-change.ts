import type { PersonActor } from "@/lib/actor";
import type { Answers } from "@/lib/catalog/fields";
import { readForm } from "@/lib/catalog/queries";
import { changeType, type TypeChange } from "@/lib/desk/type-change";
import { typeChangeForm } from "@/lib/entry/request-forms";
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
