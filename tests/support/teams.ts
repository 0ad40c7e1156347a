import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { addTeamMember, setLead } from "@/lib/teams/members";
import { addTeam } from "@/lib/teams/teams";
import { addTypeOfTeam } from "@/lib/teams/types";
import { anAdmin, run } from "./factories";

type Wishes = { name?: string; members?: PersonActor[]; leads?: PersonActor[]; types?: string[] };

/** Returns its slug. */
export async function aTeam(wishes: Wishes = {}): Promise<string> {
  const { name = `Team ${randomUUID().slice(0, 8)}`, members = [], leads = [], types = [] } = wishes;
  const admin = await anAdmin();
  const slug = await run(admin, act => addTeam(act, { name }));
  for (const { id: person } of [...members, ...leads])
    await run(admin, act => addTeamMember(act, { slug, person }));
  for (const { id: person } of leads) await run(admin, act => setLead(act, { slug, person, isLead: true }));
  for (const type of types) await run(admin, act => addTypeOfTeam(act, { slug, type }));
  return slug;
}
