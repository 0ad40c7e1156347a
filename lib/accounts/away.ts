import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { days, later, now } from "../clock";
import { db } from "../db";
import { type Act, byPerson, record } from "../events/act";
import { notFound, refuse } from "../refusal";
import { lockOwnAccount } from "./account";
import { loadPerson } from "./admins";
import { type AgentChoice, listAgents } from "./agents";

const longestDays = 366;

export type Absence = { from: Date; until: Date; standInId: string | null };

/**
 * Nothing reaches an agent while they are away; it ends by itself.
 * @throws Refusal not_found for customers, invalid (over already, backwards, too long, no such colleague)
 */
export async function goAway(act: Act, absence: Absence): Promise<void> {
  if (!isAgent(byPerson(act).actor)) throw notFound();
  const { id } = await lockOwnAccount(act);
  await setAway(act, id, absence);
}

/** The same of another, by an admin. @throws Refusal as `goAway`; not_found (no admin, no agent) */
export async function sendColleagueAway(act: Act, id: string, absence: Absence): Promise<void> {
  const { person } = await loadPerson(act, id);
  if (person.role === "customer") throw notFound();
  await setAway(act, id, absence);
}

async function setAway(act: Act, id: string, { from, until, standInId }: Absence): Promise<void> {
  const { at, tx } = act;
  if (until <= from) throw refuse("away.backwards", {}, { field: "until" });
  if (until <= at) throw refuse("away.over", {}, { field: "until" });
  if (until > later(at, days(longestDays))) throw refuse("away.too_long", {}, { field: "until" });
  if (standInId !== null) {
    const colleague = await tx.person.findFirst({
      where: { AND: [{ id: standInId }, { id: { not: id } }], role: { not: "customer" }, suspendedAt: null },
      select: { id: true },
    });
    if (!colleague) throw refuse("away.no_agent", {}, { field: "standIn" });
  }
  await tx.person.update({
    where: { id },
    data: { awayFrom: from, awayUntil: until, standInId },
    select: { id: true },
  });
  const times = { from: from.toISOString(), until: until.toISOString() };
  await record(act, "away_chosen", { ...times, standInId }, { personId: id });
}

/** Before its end; nothing where they are not away. @throws Refusal not_found for customers */
export async function comeBack(act: Act): Promise<void> {
  const { actor } = byPerson(act);
  if (!isAgent(actor)) throw notFound();
  await endAbsence(act, actor.id);
}

/** The same for another, by an admin. @throws Refusal not_found (no admin, nobody) */
export async function bringColleagueBack(act: Act, id: string): Promise<void> {
  await loadPerson(act, id);
  await endAbsence(act, id);
}

async function endAbsence(act: Act, id: string): Promise<void> {
  const { count } = await act.tx.person.updateMany({
    where: { id, awayUntil: { gt: act.at } },
    data: { awayFrom: null, awayUntil: null, standInId: null },
  });
  if (count > 0) await record(act, "away_ended", {}, { personId: id });
}

export type OwnAbsence = {
  /** As far as it is not over. */
  absence: { from: string; until: string; standIn: AgentChoice | null } | null;
  colleagues: AgentChoice[];
};

/** @throws Refusal not_found for customers */
export async function readAbsence(actor: PersonActor): Promise<OwnAbsence> {
  if (!isAgent(actor)) throw notFound();
  const [{ awayFrom, awayUntil, standIn }, agents] = await Promise.all([
    db().person.findUniqueOrThrow({
      where: { id: actor.id },
      select: { awayFrom: true, awayUntil: true, standIn: { select: { id: true, name: true } } },
    }),
    listAgents(),
  ]);
  const isSet = awayFrom && awayUntil && awayUntil > now();
  return {
    absence: isSet ? { from: awayFrom.toISOString(), until: awayUntil.toISOString(), standIn } : null,
    colleagues: agents.filter(({ id }) => id !== actor.id),
  };
}
