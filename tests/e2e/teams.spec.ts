import { handOverRequest } from "@/lib/desk/handover";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { anAgent, aRequest, run } from "../support/factories";
import { aTeam } from "../support/teams";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin adds a team, its members, a lead and a request type; agents have no such pages", async ({
    page,
    signedInAs,
    allowConsoleError,
  }) => {
    allowConsoleError(/status of 404/);
    const { name: agentName } = await anAgent({ name: `Tomás ${Date.now()}` });
    await signedInAs("admin");
    const name = `Night shift ${Date.now()}`;
    await page.goto("/admin/teams");
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Add team" }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "Add member" }).click();
    await expect(page.getByText("Choose an agent.").first()).toBeVisible();
    await page.getByLabel("Agent", { exact: true }).selectOption(agentName);
    await page.getByRole("button", { name: "Add member" }).click();
    await expect(page.getByText("The agent is in the team now.")).toBeVisible();
    await page.getByRole("button", { name: `Make lead (${agentName})` }).click();
    await expect(page.getByText("The agent is a lead now.")).toBeVisible();
    await page.getByLabel("Request type", { exact: true }).selectOption({ label: "Change billing details" });
    await page.getByRole("button", { name: "Add type" }).click();
    await expect(page.getByText("New requests of this type go to the team now.")).toBeVisible();
    await page.getByRole("button", { name: "Remove Change billing details" }).click();
    await page.getByRole("button", { name: "Archive team" }).click();
    await page.getByRole("button", { name: "Restore team" }).click();
    await expect(page.getByText("The team gets requests again.")).toBeVisible();
    await page.goto("/admin/teams");
    await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("1 member · 1 lead");
    await signIn(page, await anAgent());
    for (const path of ["/admin/teams", "/admin/teams/any"])
      expect((await page.goto(path))?.status(), path).toBe(404);
  });
});

test("an agent hands a request over, by its page and by the palette, and finds it under My teams'", async ({
  page,
}) => {
  const [agent, admin] = [await anAgent({ name: "Priya Nair" }), await anAgent()];
  const mark = String(Date.now());
  const [own, other] = [`Harbour ${mark}`, `Mill ${mark}`];
  const slug = await aTeam({ name: own, members: [agent] });
  await aTeam({ name: other, members: [admin] });
  const reference = await aRequest({ summary: `The crane hums ${mark}` });
  await signIn(page, agent);

  await test.step("by its page", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await page.getByRole("button", { name: "Team No team" }).click();
    await axe(page);
    await page.getByRole("button", { name: own, exact: true }).click();
    await expect(page.getByText(`handed the request over to ${own}`)).toBeVisible();
    await expect(page.getByRole("button", { name: `Team ${own}` })).toBeVisible();
    await expect(page.getByRole("button", { name: other, exact: true })).toBeHidden();
  });

  await test.step("in the queue", async () => {
    await page.goto("/agent");
    await page.getByRole("link", { name: /My teams’/ }).click();
    await expect(page.getByRole("link", { name: `The crane hums ${mark}` })).toBeVisible();
    await page.goto(`/agent?team=${slug}&columns=reference,summary,team`);
    await expect(page.getByRole("row").filter({ hasText: mark })).toContainText(own);
    await axe(page);
    await page.getByRole("link", { name: `The crane hums ${mark}` }).click();
  });

  await test.step("by the palette", async () => {
    await expect(page.getByRole("heading", { level: 1, name: `The crane hums ${mark}` })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill(`hand over mill ${mark}`);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`handed the request over to ${other}`)).toBeVisible();
  });
});

test("where agents see their teams alone, handing over says first who loses sight, and leads back to the queue", async ({
  page,
  openDesk,
  allowConsoleError,
}) => {
  // The open page may hear that there is nothing for it any more before the answer to its form leads on.
  allowConsoleError(/status of 404/);
  const agent = await anAgent({ name: "Tomás Reyes" });
  const mark = String(Date.now());
  const from = await aTeam({ name: `Quay ${mark}`, members: [agent] });
  await aTeam({ name: `Dock ${mark}` });
  const reference = await aRequest({ summary: `The gate is stuck ${mark}` });
  await run(agent, act => handOverRequest(act, { reference, from: null, to: from }));
  const other = await aRequest();
  const { url } = await openDesk({ AGENTS_SEE: "teams" });
  await signIn(page, agent);
  await page.goto(`${url}/agent`);
  await expect(page.getByRole("link", { name: `The gate is stuck ${mark}` })).toBeVisible();
  await expect(page.getByText(other)).toBeHidden();
  await page.getByRole("link", { name: `The gate is stuck ${mark}` }).click();
  const panel = page.getByRole("form", { name: "Hand over to another team" });
  await page.getByRole("button", { name: `Team Quay ${mark}` }).click();
  await panel.getByRole("button", { name: `Dock ${mark}` }).click();
  await expect(page.getByText(/You will no longer see this request/)).toBeVisible();
  await axe(page);
  await panel.getByRole("button", { name: `Dock ${mark}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: `You no longer see ${reference}.` })).toBeVisible();
  await expect(page.getByRole("link", { name: `The gate is stuck ${mark}` })).toBeHidden();
});
