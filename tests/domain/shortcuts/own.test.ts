import { expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { shortcutsForm } from "@/lib/entry/shortcut-forms";
import { readProfile } from "@/lib/my-data/account";
import { keepShortcuts, readOwnShortcuts, resetShortcuts } from "@/lib/shortcuts/own";
import { keymapOf } from "@/lib/shortcuts/table";
import { aCustomer, anAgent, run, visitOf } from "../../support/factories";
import { saidOf } from "../../support/issues";
import { expectRefusal } from "../../support/refusal";

const keymap = keymapOf({});
const keep = (actor: PersonActor, keys: object, on?: "yes") =>
  run(actor, act => keepShortcuts(act, shortcutsForm.parse({ on, keys: { ...keymap, ...keys } })));
const ownOf = async (actor: PersonActor) => readOwnShortcuts((await visitOf(actor))?.shortcuts);

it("an agent's shortcuts are kept where they differ from the desk's, and can be given up again", async () => {
  const agent = await anAgent();
  expect(await ownOf(agent)).toEqual({});
  await keep(agent, { next: " G  N ", previous: undefined });
  expect(await ownOf(agent)).toEqual({ isOff: true, keys: { next: "g n", previous: "" } });
  expect(await readProfile(agent)).toMatchObject({ shortcuts: { isOff: true } });
  await keep(agent, {}, "yes");
  expect(await ownOf(agent)).toEqual({});
  await keep(agent, { next: "y" });
  await run(agent, act => resetShortcuts(act));
  expect(await ownOf(agent)).toEqual({});
});

it("customers have none, and suspended agents change none", async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  await expectRefusal(keep(customer, {}), "not_found");
  await expectRefusal(
    run(customer, act => resetShortcuts(act)),
    "not_found",
  );
  expect((await visitOf(customer))?.shortcuts).toBeNull();
  await run(operator, act => suspendPerson(act, agent.email));
  await expectRefusal(keep(agent, {}), "forbidden");
});

it("keys that are no keys, taken, or of no shortcut are refused", () => {
  const wrong = (keys: object) =>
    saidOf(shortcutsForm.safeParse({ on: "yes", keys: { ...keymap, ...keys } }));
  expect(wrong({ next: "jj" })).toEqual([
    {
      path: "keys.next",
      text: "Use one key, or two separated by a space. Capital letters don’t work.",
    },
  ]);
  expect(wrong({ previous: "j" })).toEqual([
    { path: "keys.previous", text: "“j” conflicts with “Next row”." },
  ]);
  expect(wrong({ next: "g" })).toEqual([
    { path: "keys.next", text: "“g” conflicts with “Go to the queue”." },
  ]);
  expect(wrong({ open: "x".repeat(10_000) })).toHaveLength(1);
  expect(wrong({ fly: "f" })).toHaveLength(1);
  expect(shortcutsForm.safeParse({ on: "maybe", keys: keymap }).success).toBe(false);
  expect(shortcutsForm.parse({}).keys).toEqual(
    keymapOf({ keys: Object.fromEntries(Object.keys(keymap).map(name => [name, ""])) }),
  );
});

it("what another release has stored does no harm", async () => {
  const agent = await anAgent();
  const store = (shortcuts: object) =>
    db().person.update({ where: { id: agent.id }, data: { shortcuts }, select: { id: true } });
  await store({ keys: { fly: "f", next: "x" }, theme: "dark" });
  expect(await ownOf(agent)).toEqual({ keys: { next: "x" } });
  await store({ keys: { next: 5 } });
  expect(await ownOf(agent)).toEqual({});
});
