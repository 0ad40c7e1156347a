import { randomUUID } from "node:crypto";
import { handOverRequest } from "@/lib/desk/handover";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { aTeam } from "../support/teams";

test("a request leads admins, and nobody else, to where what it shows is changed", async ({
  page,
  newVisitor,
}) => {
  const mark = randomUUID().slice(0, 8);
  const by = await aCustomer({ name: `Kim ${mark}` });
  const admin = await anAdmin();
  const organisation = await anOrganisation({ name: `Quay ${mark}`, members: [by] });
  const team = await aTeam({ name: `Harbour ${mark}`, members: [await anAgent()] });
  const reference = await aRequest({ by, organisation });
  await run(admin, act => handOverRequest(act, { reference, from: null, to: team, losing: 0 }));
  const path = `/agent/requests/${reference}`;

  const ways = [
    ["Edit this type", "/admin/catalog/types/other-manual-request"],
    ["Edit what this type calls its statuses", "/admin/catalog/types/other-manual-request#statuses"],
    [`Edit the team Harbour ${mark}`, `/admin/teams/${team}`],
    [`Edit the organisation Quay ${mark}`, `/admin/organisations/${organisation}`],
    ["Edit the desk’s tags", "/admin/tags"],
    ["Edit this customer’s account", `/admin/people/${by.id}`],
  ] as const;

  await test.step("each is a page of administration", async () => {
    await signIn(page, admin);
    for (const [label, address] of ways) {
      await page.goto(path);
      await page.getByRole("link", { name: label, exact: true }).click();
      await expect(page).toHaveURL(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await page.goto(path);
    await axe(page);
  });

  await test.step("agents and customers are told of none", async () => {
    for (const [person, address] of [
      [await anAgent(), path],
      [by, `/requests/${reference}`],
      [by, "/catalog/other-manual-request"],
    ] as const) {
      const visitor = await newVisitor();
      await signIn(visitor, person);
      await visitor.goto(address);
      await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await visitor.content()).not.toContain("/admin/");
    }
  });
});
