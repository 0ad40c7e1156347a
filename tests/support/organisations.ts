import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { addDomain } from "@/lib/organisations/domains";
import { addMember, setManager } from "@/lib/organisations/members";
import { addOrganisation } from "@/lib/organisations/organisations";
import { anAdmin, run } from "./factories";

type Wishes = { name?: string; domain?: string; members?: PersonActor[]; managers?: PersonActor[] };

export const aDomain = () => `${randomUUID().slice(0, 8)}.test`;

/** Returns its slug. */
export async function anOrganisation(wishes: Wishes = {}): Promise<string> {
  const { name = `Acme ${randomUUID().slice(0, 8)}`, domain, members = [], managers = [] } = wishes;
  const admin = await anAdmin();
  const slug = await run(admin, act => addOrganisation(act, { name }));
  if (domain) await run(admin, act => addDomain(act, { slug, domain }));
  for (const { email } of [...members, ...managers]) await run(admin, act => addMember(act, { slug, email }));
  for (const person of managers) await makeManager(slug, person);
  return slug;
}

export async function makeManager(
  slug: string,
  { id: person }: PersonActor,
  isManager = true,
): Promise<void> {
  await run(await anAdmin(), act => setManager(act, { slug, person, isManager }));
}
