import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type PersonActor, system } from "@/lib/actor";
import { readCatalogVersion } from "@/lib/catalog/kept";
import { db } from "@/lib/db";
import {
  archiveView,
  createView,
  deleteView,
  renameView,
  restoreView,
  shiftView,
  updateView,
} from "@/lib/saved-views/change";
import { viewLimits } from "@/lib/saved-views/input";
import { listTabViews, listViews } from "@/lib/saved-views/read";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

let agent: PersonActor;
let admin: PersonActor;

beforeAll(async () => {
  [agent, admin] = [await anAgent(), await anAdmin()];
});

const named = (name = `View ${randomUUID().slice(0, 8)}`, query = "status=open&turn=desk") => ({
  name,
  query,
});
async function aView(by: PersonActor, owner: "person" | "desk" = "person", words = named()) {
  const slug = await run(by, act => createView(act, owner, words));
  return db().savedView.findUniqueOrThrow({ where: { slug } });
}
const tabsOf = async (actor: PersonActor) =>
  (await listTabViews(actor, await readCatalogVersion())).map(({ name }) => name);

describe("a saved view", () => {
  it("is a tab of its owner's queue at once, and a shared one of everybody's", async () => {
    const [own, shared] = [await aView(agent), await aView(admin, "desk")];
    expect(await tabsOf(agent)).toEqual(expect.arrayContaining([shared.name, own.name]));
    expect((await tabsOf(agent)).at(-1)).toBe(own.name);
    for (const other of [admin, await anAgent()]) {
      expect(await tabsOf(other)).toContain(shared.name);
      expect(await tabsOf(other)).not.toContain(own.name);
    }
    await run(admin, act => archiveView(act, { view: shared.id }));
    expect(await tabsOf(agent)).not.toContain(shared.name);
    await run(admin, act => restoreView(act, { view: shared.id }));
    expect(await tabsOf(agent)).toContain(shared.name);
  });

  it("keeps what a list can be asked for, and nothing else of an address", async () => {
    const query =
      "q=toner&status=done&not=type:access&sort=raised.desc&columns=reference,summary&after=x&view=y&evil=1";
    const view = await aView(agent, "person", named(undefined, query));
    expect(view.query).toBe(
      "status=done&q=toner&not=type%3Aaccess&sort=raised.desc&columns=reference%2Csummary",
    );
    const slug = await run(agent, act => updateView(act, { view: view.id, query: "assigned=me" }));
    expect(slug).toBe(view.slug);
    const { query: now } = await db().savedView.findUniqueOrThrow({ where: { id: view.id } });
    expect(now).toBe("status=open&assigned=me");
  });

  it("keeps its slug when it is renamed, and no two have the same", async () => {
    const name = `Billing ${randomUUID().slice(0, 6)}`;
    const [first, second] = [
      await aView(agent, "person", named(name)),
      await aView(admin, "desk", named(name)),
    ];
    expect(second.slug).toBe(`${first.slug}-2`);
    await run(agent, act => renameView(act, { view: first.id, name: "Money" }));
    expect(await db().savedView.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
      name: "Money",
      slug: first.slug,
    });
    await run(agent, act => deleteView(act, { view: first.id }));
    await expectRefusal(
      run(agent, act => deleteView(act, { view: first.id })),
      "not_found",
    );
  });

  it("moves among the others of its owner that are shown", async () => {
    const by = await anAgent();
    const [one, two, three] = [await aView(by), await aView(by), await aView(by)];
    await run(by, act => archiveView(act, { view: two.id }));
    await run(by, act => shiftView(act, { view: three.id, to: "earlier" }));
    await run(by, act => shiftView(act, { view: three.id, to: "earlier" }));
    const { shown, archived } = await listViews(by, "person");
    expect(shown.map(({ id }) => id)).toEqual([three.id, one.id]);
    expect(archived.map(({ id }) => id)).toEqual([two.id]);
    const refusal = await expectRefusal(
      run(by, act => shiftView(act, { view: two.id, to: "later" })),
      "conflict",
    );
    expect(refusal.code).toBe("view.archived");
  });

  it("has a name of its own, and there is room for twenty, also for two at once", async () => {
    const by = await anAgent();
    const view = await aView(by, "person", named("Mornings"));
    const other = await aView(by);
    const again = () => run(by, act => createView(act, "person", named("MORNINGS")));
    expect((await expectRefusal(again(), "invalid")).code).toBe("view.name_taken");
    await expectRefusal(
      run(by, act => renameView(act, { view: other.id, name: "mornings" })),
      "invalid",
    );
    await run(by, act => renameView(act, { view: view.id, name: "MORNINGS" }));
    for (let count = 2; count < viewLimits.views - 1; count++) await aView(by);
    const both = await Promise.allSettled([aView(by), aView(by)]);
    const lost = both.filter(outcome => outcome.status === "rejected");
    expect(lost).toHaveLength(1);
    expect((await expectRefusal(Promise.reject(lost[0]?.reason), "invalid")).code).toBe("view.too_many");
  });

  it("of somebody else does not exist, and a shared one is changed by admins alone", async () => {
    const [own, shared] = [await aView(agent), await aView(admin, "desk")];
    const changes = (view: string) => [
      (by: PersonActor) => run(by, act => renameView(act, { view, name: "Taken over" })),
      (by: PersonActor) => run(by, act => updateView(act, { view, query: "" })),
      (by: PersonActor) => run(by, act => archiveView(act, { view })),
      (by: PersonActor) => run(by, act => restoreView(act, { view })),
      (by: PersonActor) => run(by, act => shiftView(act, { view, to: "later" })),
      (by: PersonActor) => run(by, act => deleteView(act, { view })),
    ];
    const customer = await aCustomer();
    for (const change of changes(own.id))
      for (const other of [admin, await anAgent(), customer]) await expectRefusal(change(other), "not_found");
    for (const change of changes(shared.id)) {
      expect((await expectRefusal(change(agent), "forbidden")).code).toBe("view.not_yours");
      await expectRefusal(change(customer), "not_found");
    }
    for (const view of [own, shared])
      expect(await db().savedView.findUniqueOrThrow({ where: { id: view.id } })).toEqual(view);
    await expectRefusal(
      run(agent, act => createView(act, "desk", named())),
      "not_found",
    );
    await expectRefusal(listViews(agent, "desk"), "not_found");
    for (const owner of ["person", "desk"] as const) {
      await expectRefusal(
        run(customer, act => createView(act, owner, named())),
        "not_found",
      );
      await expectRefusal(listViews(customer, owner), "not_found");
    }
    await expectRefusal(listTabViews(customer, "any"), "not_found");
    await expectRefusal(
      run(system("bulk"), act => createView(act, "desk", named())),
      "not_found",
    );
  });

  it("that was archived or restored meanwhile says so", async () => {
    const view = await aView(agent);
    const refused = async (command: typeof archiveView) =>
      (
        await expectRefusal(
          run(agent, act => command(act, { view: view.id })),
          "conflict",
        )
      ).code;
    expect(await refused(restoreView)).toBe("view.restored");
    await run(agent, act => archiveView(act, { view: view.id }));
    expect(await refused(archiveView)).toBe("view.archived");
  });
});
