import { expect, it } from "vitest";
import { readListStamp, tellLists, watchList } from "@/lib/live/lists";
import { commentOnRequest } from "@/lib/requests/comments";
import { eventually } from "../../support/eventually";
import { aCustomer, aParticipant, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { rowOf } from "../../support/records";

it("an open list of one's own hears of requests one is on, and of no others", async () => {
  const [ada, minh] = [await aCustomer(), await aCustomer()];
  const [hers, his] = [await aRequest({ by: ada }), await aRequest({ by: minh })];
  const participant = await aParticipant(hers);
  const heard: string[] = [];
  const leave = [
    watchList("own", ada.id, () => heard.push("ada")),
    watchList("own", minh.id, () => heard.push("minh")),
    watchList("own", participant.id, () => heard.push("participant")),
  ];
  tellLists((await rowOf(hers)).id);
  await eventually(() => expect(heard.toSorted()).toEqual(["ada", "participant"]));
  tellLists((await rowOf(his)).id);
  await eventually(() => expect(heard).toContain("minh"));
  expect(heard).toHaveLength(3);
  for (const end of leave) end();
});

it("an open list of an organisation hears of its requests, private ones too, which may have to leave it", async () => {
  const [member, manager, other] = [await aCustomer(), await aCustomer(), await aCustomer()];
  const organisation = await anOrganisation({ members: [member], managers: [manager] });
  await anOrganisation({ managers: [other] });
  const [shown, hidden] = [
    await aRequest({ by: member, organisation }),
    await aRequest({ by: member, organisation, isPrivate: true }),
  ];
  const heard: string[] = [];
  const leave = [
    watchList("ours", manager.id, () => heard.push("manager")),
    watchList("own", manager.id, () => heard.push("manager's own")),
    watchList("ours", member.id, () => heard.push("member")),
    watchList("ours", other.id, () => heard.push("other")),
  ];
  for (const [place, reference] of [shown, hidden].entries()) {
    tellLists((await rowOf(reference)).id);
    await eventually(() => expect(heard).toHaveLength(place + 1));
  }
  expect(heard).toEqual(["manager", "manager"]);
  for (const end of leave) end();
});

it("the stamp of an organisation's list changes with what is said on its requests, unless they are private", async () => {
  const [member, manager] = [await aCustomer(), await aCustomer()];
  const organisation = await anOrganisation({ members: [member], managers: [manager] });
  const raised = { by: member, organisation, at: new Date(Date.now() - 60_000) };
  const [shown, hidden] = [await aRequest(raised), await aRequest({ ...raised, isPrivate: true })];
  const stamp = () => readListStamp("ours", manager.id);
  const before = await stamp();
  await run(member, act => commentOnRequest(act, { reference: hidden, body: "Between us" }));
  expect(await stamp()).toBe(before);
  await run(member, act => commentOnRequest(act, { reference: shown, body: "Still burning" }));
  expect(await stamp()).not.toBe(before);
  expect(await readListStamp("ours", member.id)).toBe("0");
});

it("a list that was closed hears nothing any more, and the same list in another tab still does", async () => {
  const person = await aCustomer();
  const { id } = await rowOf(await aRequest({ by: person }));
  const heard: string[] = [];
  const closed = watchList("own", person.id, () => heard.push("closed"));
  const open = watchList("own", person.id, () => heard.push("open"));
  closed();
  tellLists(id);
  await eventually(() => expect(heard).toEqual(["open"]));
  open();
});

it("the stamp of a list changes with what is said on its requests", async () => {
  const [person, stranger] = [await aCustomer(), await aCustomer()];
  const reference = await aRequest({ by: person, at: new Date(Date.now() - 60_000) });
  const stamps = () =>
    Promise.all([
      readListStamp("own", person.id),
      readListStamp("queue", person.id),
      readListStamp("own", stranger.id),
    ]);
  const before = await stamps();
  await run(person, act => commentOnRequest(act, { reference, body: "Still burning" }));
  const after = await stamps();
  expect(after.map((stamp, index) => stamp !== before[index])).toEqual([true, true, false]);
});
