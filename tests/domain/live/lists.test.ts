import { expect, it } from "vitest";
import { readListStamp, tellOwnLists, watchOwnList } from "@/lib/live/lists";
import { commentOnRequest } from "@/lib/requests/comments";
import { eventually } from "../../support/eventually";
import { aCustomer, aParticipant, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";

it("an open list of one's own hears of requests one is on, and of no others", async () => {
  const [ada, minh] = [await aCustomer(), await aCustomer()];
  const [hers, his] = [await aRequest({ by: ada }), await aRequest({ by: minh })];
  const participant = await aParticipant(hers);
  const heard: string[] = [];
  const leave = [
    watchOwnList(ada.id, () => heard.push("ada")),
    watchOwnList(minh.id, () => heard.push("minh")),
    watchOwnList(participant.id, () => heard.push("participant")),
  ];
  tellOwnLists((await rowOf(hers)).id);
  await eventually(() => expect(heard.toSorted()).toEqual(["ada", "participant"]));
  tellOwnLists((await rowOf(his)).id);
  await eventually(() => expect(heard).toContain("minh"));
  expect(heard).toHaveLength(3);
  for (const end of leave) end();
});

it("a list that was closed hears nothing any more, and the same list in another tab still does", async () => {
  const person = await aCustomer();
  const { id } = await rowOf(await aRequest({ by: person }));
  const heard: string[] = [];
  const closed = watchOwnList(person.id, () => heard.push("closed"));
  const open = watchOwnList(person.id, () => heard.push("open"));
  closed();
  tellOwnLists(id);
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
