import { randomUUID } from "node:crypto";
import { createPerson } from "@/lib/accounts/operator";
import { openSession } from "@/lib/accounts/sessions";
import { actorColumns, operator, type PersonActor, personOf, type Role } from "@/lib/actor";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { perform } from "@/lib/entry/perform";
import { addMember, setManager } from "@/lib/organisations/members";
import { addOrganisation } from "@/lib/organisations/organisations";
import { commentOnRequest } from "@/lib/requests/comments";
import { submitRequest } from "@/lib/requests/submit";
import { readDeskSettings } from "@/lib/settings";
import type { World } from "./reads";

export async function makeWorld(): Promise<World> {
  const customer = await aPerson("customer");
  const agent = await aPerson("agent");
  const admin = await aPerson("admin");
  const references = await raise(customer, "Shelf", 60);
  const reference = references.at(-1) ?? "";
  for (let count = 1; count <= 25; count++)
    await perform(count % 2 ? customer : agent, act =>
      commentOnRequest(act, { reference, body: `**News ${count}** of the shelf: it is still empty.` }),
    );
  const sessionId = await perform(customer, act => openSession(act, customer.id));
  return { customer, sessionId, agent, admin, reference, ...(await makeOrganisation(admin)) };
}

/** Whose manager sees what a member has raised: a page of it and more. */
async function makeOrganisation(admin: PersonActor): Promise<Pick<World, "manager" | "organisation">> {
  const [manager, member] = [await aPerson("customer", "manager"), await aPerson("customer", "member")];
  const slug = await perform(admin, act => addOrganisation(act, { name: "The store" }));
  for (const { email } of [manager, member]) await perform(admin, act => addMember(act, { slug, email }));
  await perform(admin, act => setManager(act, { slug, person: manager.id, isManager: true }));
  await raise(member, "Door", 30);
  return { manager, organisation: slug };
}

async function raise(customer: PersonActor, what: string, count: number): Promise<string[]> {
  const form = await readForm("other-manual-request");
  if (!form) throw new Error("The default catalog has no request type for everything else.");
  const references: string[] = [];
  for (let number = 1; number <= count; number++) {
    const { reference } = await perform(customer, act =>
      submitRequest(act, {
        formVersionId: form.formVersionId,
        submissionKey: randomUUID(),
        summary: `${what} ${number} of the store is empty`,
        answers: { details: "Since this morning." },
      }),
    );
    references.push(reference);
  }
  return references;
}

async function aPerson(role: Role, name: string = role): Promise<PersonActor> {
  const email = `${name}@bench.test`;
  await perform(operator, act => createPerson(act, { email, name: `The ${name}`, role }));
  const person = await db().person.findUniqueOrThrow({ where: { email }, select: actorColumns });
  return personOf(person, await readDeskSettings());
}
