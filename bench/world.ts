import { randomUUID } from "node:crypto";
import { createPerson } from "@/lib/accounts/operator";
import { openSession } from "@/lib/accounts/sessions";
import { actorColumns, operator, type PersonActor, type Role } from "@/lib/actor";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { perform } from "@/lib/entry/perform";
import { commentOnRequest } from "@/lib/requests/comments";
import { submitRequest } from "@/lib/requests/submit";
import type { World } from "./reads";

export async function makeWorld(): Promise<World> {
  const customer = await aPerson("customer");
  const agent = await aPerson("agent");
  const form = await readForm("other-manual-request");
  if (!form) throw new Error("The default catalog has no request type for everything else.");
  let reference = "";
  for (let count = 1; count <= 60; count++)
    ({ reference } = await perform(customer, act =>
      submitRequest(act, {
        formVersionId: form.formVersionId,
        submissionKey: randomUUID(),
        summary: `Shelf ${count} of the store is empty`,
        answers: { details: "Since this morning." },
      }),
    ));
  for (let count = 1; count <= 25; count++)
    await perform(count % 2 ? customer : agent, act =>
      commentOnRequest(act, { reference, body: `**News ${count}** of the shelf: it is still empty.` }),
    );
  const sessionId = await perform(customer, act => openSession(act, customer.id));
  return { customer, sessionId, agent, reference };
}

async function aPerson(role: Role): Promise<PersonActor> {
  const email = `${role}@bench.test`;
  await perform(operator, act => createPerson(act, { email, name: `The ${role}`, role }));
  const person = await db().person.findUniqueOrThrow({ where: { email }, select: actorColumns });
  return { kind: "person", ...person };
}
