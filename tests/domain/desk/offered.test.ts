import { beforeEach, expect, it } from "vitest";
import { comeBack, goAway } from "@/lib/accounts/away";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { days, later, minutes, now } from "@/lib/clock";
import { readDeskPage } from "@/lib/desk/agent-view";
import { archiveTag, changeTag } from "@/lib/tags/tags";
import { archiveTeam, renameTeam } from "@/lib/teams/teams";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";

let agent: PersonActor;
let colleague: PersonActor;
let admin: PersonActor;
let reference: string;

beforeEach(async () => {
  [agent, colleague, admin] = [await anAgent(), await anAgent(), await anAdmin()];
  reference = await aRequest({ by: await aCustomer() });
});

const page = () => readDeskPage(agent, reference);
const offered = async () => (await page())?.agents.find(({ id }) => id === colleague.id);

it("a request that was open before tells at once that a colleague has gone away, is back, and is no agent any more", async () => {
  expect(await offered()).toMatchObject({ name: colleague.name, awayUntil: null });
  const until = later(now(), days(2));
  await run(colleague, act => goAway(act, { from: later(now(), -minutes(1)), until, standInId: null }));
  expect((await offered())?.awayUntil).toBe(until.toISOString());
  await run(colleague, comeBack);
  expect((await offered())?.awayUntil).toBeNull();
  await run(operator, act => suspendPerson(act, colleague.email));
  expect(await offered()).toBeUndefined();
});

it("an absence that is still to come is not told", async () => {
  const [from, until] = [later(now(), days(1)), later(now(), days(2))];
  await run(colleague, act => goAway(act, { from, until, standInId: null }));
  expect((await offered())?.awayUntil).toBeNull();
});

it("a request offers teams and tags by their newest names, and none that are archived", async () => {
  const [team, tag] = [await aTeam(), await aTag()];
  const named = async () => {
    const { teams, tagChoices } = (await page()) ?? { teams: [], tagChoices: [] };
    const nameIn = (all: { slug: string; name: string }[], slug: string) =>
      all.find(one => one.slug === slug)?.name;
    return [nameIn(teams, team), nameIn(tagChoices, tag)];
  };
  expect(await named()).not.toContain(undefined);
  await run(admin, act => renameTeam(act, { slug: team, name: `Night shift ${team}` }));
  await run(admin, act => changeTag(act, { slug: tag, name: `Storm ${tag}`, colour: "grey" }));
  expect(await named()).toEqual([`Night shift ${team}`, `Storm ${tag}`]);
  await run(admin, act => archiveTeam(act, { slug: team, isArchived: true }));
  await run(admin, act => archiveTag(act, { slug: tag, isArchived: true }));
  expect(await named()).toEqual([undefined, undefined]);
});
