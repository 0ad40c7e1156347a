import { expect, it } from "vitest";
import { noteAskedLanguage } from "@/lib/accounts/asked-language";
import { changeProfile } from "@/lib/accounts/profile";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { readProfile } from "@/lib/my-data/account";
import { commentOnRequest } from "@/lib/requests/comments";
import {
  aCustomer,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  moveTo,
  run,
  sessionOf,
} from "../../support/factories";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

it("an agent sees beside a request what else its customer has raised, what is open first", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const references: string[] = [];
  for (const hours of [9, 8, 7, 6, 5, 4])
    references.push(await aRequest({ by: customer, at: hoursAgo(hours) }));
  const over = await aRequestIn("resolved", { by: customer, agent, at: hoursAgo(3) });
  // Somebody else's, in which they only take part.
  await aParticipant(await aRequest(), customer);
  const page = await readDeskPage(agent, references[0] ?? "");
  const shown = (one: typeof page) => one?.customer.others.map(({ reference }) => reference);
  expect(shown(page)).toEqual(references.slice(2).toReversed());
  expect(page?.customer.openCount).toBe(5);
  for (const reference of references.slice(3).toReversed())
    await moveTo(agent, reference, "resolve", { resolution: "done" });
  const [first, second, third, fourth, fifth] = references;
  const later = await readDeskPage(agent, first ?? "");
  expect(shown(later)).toEqual([third, second, fourth, fifth]);
  expect(later?.customer.others.at(-1)).toMatchObject({ status: "resolved" });
  expect((await readDeskPage(agent, over))?.customer.openCount).toBe(3);
});

it("an agent who does not see all of the desk is shown, and counted, those that they see", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const [mine, other, hidden] = [
    await aRequest({ by: customer }),
    await aRequest({ by: customer }),
    await aRequest({ by: customer }),
  ];
  for (const reference of [mine, other]) await run(agent, act => claimRequest(act, { reference }));
  const page = await readDeskPage({ ...agent, seesDesk: false }, mine);
  expect(page?.customer.others.map(({ reference }) => reference)).toEqual([other]);
  expect(page?.customer.openCount).toBe(1);
  expect(JSON.stringify(page)).not.toContain(hidden);
});

it("their time zone and language are shown once they have said them, and nothing is guessed before", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  await db().person.update({
    where: { id: customer.id },
    data: { timeZone: "Asia/Tokyo" },
    select: { id: true },
  });
  const page = await readDeskPage(agent, await aRequest({ by: customer }));
  const own = { timeZone: "Asia/Tokyo", language: null, awaitsSignUp: false };
  expect(page?.customer).toMatchObject({ ...own, others: [], openCount: 0, notes: [] });
  const other = await readDeskPage(agent, await aRequest());
  expect(other?.customer).toMatchObject({ timeZone: null, language: null });
});

it("their language is what their browser asked for when they last logged in, unless they have chosen one", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const reference = await aRequest({ by: customer });
  const shown = async () => (await readDeskPage(agent, reference))?.customer.language;
  for (const language of ["pt-BR", "en-GB"]) {
    await noteAskedLanguage(customer.id, language);
    expect(await shown()).toBe(language);
  }
  await run(customer, act => changeProfile(act, { name: customer.name, timeZone: "UTC", language: "fr" }));
  await noteAskedLanguage(customer.id, "de");
  expect(await shown()).toBe("fr");
  expect(await readProfile(customer)).toMatchObject({ language: "fr", askedLanguage: "de" });
});

it("they were last seen when they logged in, raised or wrote something that the agent may see", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const seen = async (reader: PersonActor, reference: string) =>
    (await readDeskPage(reader, reference))?.customer.lastSeen;
  const [days, hours, now] = [hoursAgo(72), hoursAgo(5), hoursAgo(1)];
  const reference = await aRequest({ by: customer, at: days });
  await run(agent, act => claimRequest(act, { reference }));
  expect(await seen(agent, reference)).toBe(days.toISOString());
  const other = await aRequest({ by: customer, at: hours });
  expect(await seen(agent, reference)).toBe(hours.toISOString());
  await run(customer, act => commentOnRequest(act, { reference: other, body: "Hello" }), now);
  expect(await seen(agent, reference)).toBe(now.toISOString());
  expect(await seen({ ...agent, seesDesk: false }, reference)).toBe(days.toISOString());
  await sessionOf(customer);
  expect(await seen({ ...agent, seesDesk: false }, reference)).not.toBe(days.toISOString());
});

it("customers do not get what is for agents", async () => {
  const customer = await aCustomer();
  await aRequest({ by: customer });
  expect(await readDeskPage(customer, await aRequest({ by: customer }))).toBeNull();
});
