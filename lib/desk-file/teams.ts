import "server-only";
import { z } from "zod";
import type { Act } from "../events/act";
import { teamNameInput } from "../teams/input";
import { lockTeams } from "../teams/load";
import { addTeamMember, removeTeamMember, setLead } from "../teams/members";
import { addTeam, archiveTeam, renameTeam } from "../teams/teams";
import { bringList } from "./bring";
import { addressesInput, archivedInput, listOf, slugInput } from "./input";
import { findPeople, keepKnown } from "./people";
import type { Section } from "./section";

const team = z
  .strictObject({
    slug: slugInput,
    name: teamNameInput,
    archived: archivedInput,
    leads: addressesInput,
    members: addressesInput,
  })
  // Whoever leads a team is in it.
  .transform(({ members, ...rest }) => ({
    ...rest,
    members: members.filter(email => !rest.leads.includes(email)),
  }));
type Team = z.output<typeof team>;

export const teams: Section<Team[]> = {
  schema: listOf(team),

  async read(tx) {
    const rows = await tx.team.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        ...{ slug: true, name: true, archivedAt: true },
        members: { select: { isLead: true, person: { select: { email: true } } } },
      },
    });
    return rows.map(({ slug, name, archivedAt, members }) => {
      const those = (leads: boolean) =>
        members.flatMap(({ isLead, person }) => (isLead === leads ? [person.email] : [])).sort();
      const archived = archivedAt && { archived: true as const };
      return { slug, name, ...archived, leads: those(true), members: those(false) };
    });
  },

  async apply(act, wanted, guide) {
    await lockTeams(act);
    const now = await teams.read(act.tx);
    const everybody = [...wanted, ...now].flatMap(({ leads, members }) => [...leads, ...members]);
    const people = await findPeople(act.tx, everybody);
    const known = wanted.map((team, index) => {
      const before = now.find(({ slug }) => slug === team.slug);
      const stay = new Set([...(before?.leads ?? []), ...(before?.members ?? [])]);
      const kept = (key: "leads" | "members") => [
        ...team[key].filter(email => stay.has(email)),
        ...keepKnown(
          people,
          guide,
          ["teams", index, key],
          team[key].filter(email => !stay.has(email)),
          true,
        ),
      ];
      return { ...team, leads: kept("leads").sort(), members: kept("members").sort() };
    });
    const idOf = (email: string) => people.get(email)?.id ?? "";
    const list = { of: "teams" as const, path: ["teams"], wanted: known, now, isNeeded: true as const };
    await bringList(act, guide, list, {
      rows: () => lockTeams(act),
      async add(team) {
        await addTeam(act, { name: team.name }, team.slug);
        await setMembers(act, team, { leads: [], members: [] }, idOf);
      },
      async change(team, before) {
        await renameTeam(act, team);
        await setMembers(act, team, before, idOf);
      },
      archive: (slug, isArchived) => archiveTeam(act, { slug, isArchived }),
    });
  },
};

type Members = Pick<Team, "leads" | "members">;

async function setMembers(
  act: Act,
  { slug, ...wanted }: Members & { slug: string },
  before: Members,
  idOf: (email: string) => string,
): Promise<void> {
  const [after, now] = [leadsByAddress(wanted), leadsByAddress(before)];
  for (const email of now.keys())
    if (!after.has(email)) await removeTeamMember(act, { slug, person: idOf(email) });
  for (const [email, isLead] of after) {
    if (!now.has(email)) await addTeamMember(act, { slug, person: idOf(email) });
    if (isLead !== (now.get(email) ?? false)) await setLead(act, { slug, person: idOf(email), isLead });
  }
}

const leadsByAddress = ({ leads, members }: Members) =>
  new Map([...members.map(email => [email, false] as const), ...leads.map(email => [email, true] as const)]);
