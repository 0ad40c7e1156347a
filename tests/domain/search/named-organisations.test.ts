import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { deskList } from "@/lib/search/desk-list";
import { findOrganisations } from "@/lib/search/named-organisations";
import { listQueueChoices, type QueueChoice } from "@/lib/search/queue";
import { queueChoicesOf } from "@/lib/search/queue-choices";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";

it("organisations are found by the words that their names have, as they begin, for agents alone", async () => {
  const mark = randomUUID().slice(0, 8);
  const agent = await anAgent();
  const found = async (typed: string) => (await findOrganisations(agent, typed)).map(({ label }) => label);
  await anOrganisation({ name: `North ${mark}zoë Works` });
  await anOrganisation({ name: `${mark}zoe Harbour` });
  expect(await found(`${mark}zo`)).toEqual([`${mark}zoe Harbour`, `North ${mark}zoë Works`]);
  expect(await found(` ${mark.toUpperCase()}ZOE  ha`)).toEqual([`${mark}zoe Harbour`]);
  expect(await found(`${mark}zoe w`)).toEqual([`North ${mark}zoë Works`]);
  for (const none of ["", " ", `oe ${mark}`, "%"]) expect(await found(none), none).toEqual([]);
  await expectRefusal(findOrganisations(await aCustomer(), mark), "not_found");
});

it("up to a hundred organisations are chosen from a list, and of more the name is typed", async () => {
  const names = await listQueueChoices(await anAgent());
  const some = (count: number): QueueChoice[] =>
    Array.from({ length: count }, (_, place) => ({ value: `one-${place}`, label: `One, Ltd. ${place}` }));
  const view = readListQuery(deskList, "organisation=one-7");
  const fieldOf = (count: number, of = view) =>
    queueChoicesOf(of, { ...names, organisations: some(count) }).fields.find(
      ({ name }) => name === "organisation",
    );
  expect(fieldOf(100)).toMatchObject({ kind: "select", value: "one-7" });
  expect(fieldOf(101)).toMatchObject({ kind: "text", isNamed: true, value: "One, Ltd. 7" });
  expect(fieldOf(101, readListQuery(deskList, ""))).toMatchObject({ kind: "text", value: "" });
  expect(fieldOf(101, readListQuery(deskList, "organisation=one-7.one-8"))).toMatchObject({
    value: "one-7.one-8",
  });
  expect(fieldOf(0)).toBeUndefined();
});
