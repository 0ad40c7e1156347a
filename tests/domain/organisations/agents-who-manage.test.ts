import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings({ AGENTS_SEE: "teams" }));

it("an agent who sees a request only as manager of its organisation cannot follow it onto their desk, and a mention puts it there", async () => {
  const [member, boss] = [await aCustomer(), await anAgent()];
  await anOrganisation({ members: [member], managers: [boss] });
  const reference = await aRequest({ by: member });
  expect((await readRequestPage(boss, reference))?.managerFollows).toBeNull();
  await expectRefusal(
    run(boss, act => followRequest(act, { reference, follows: true })),
    "forbidden",
  );
  expect(await db().follower.count({ where: { personId: boss.id } })).toBe(0);
  expect(await readDeskPage(boss, reference)).toBeNull();
  await run(await anAdmin(), act => addNote(act, { reference, body: `@${boss.email}, yours?` }));
  expect(await readDeskPage(boss, reference)).not.toBeNull();
});
