import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";
import { aDomain, anOrganisation } from "../support/organisations";
import { comment } from "../support/walk";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin adds an organisation, its domain, a member and a manager, who then follows a request", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("admin");
    await anOrganisation();
    const [domain, name] = [aDomain(), `Harbour ${Date.now()}`];
    const colleague = await aCustomer({ email: `ada@${domain}`, name: "Ada Lind" });
    const other = await aCustomer({ name: "Minh Tran" });
    await page.goto("/admin/organisations");
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Add organisation" }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await page.getByRole("textbox", { name: "Domain" }).fill("gmail.com");
    await page.getByRole("button", { name: "Add domain" }).click();
    await expect(page.getByText("Anybody can have an address at gmail.com").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Domain" }).fill(domain);
    await page.getByRole("button", { name: "Add domain" }).click();
    await expect(page.getByText("The domain was added.")).toBeVisible();
    await expect(page.getByText(colleague.email)).toBeVisible();
    await page.getByLabel("Email address").fill(other.email);
    await page.getByRole("button", { name: "Add member" }).click();
    await expect(page.getByText("The member was added.")).toBeVisible();
    await page.getByRole("button", { name: "Make Minh Tran manager" }).click();
    await expect(page.getByText("The member is a manager now.")).toBeVisible();
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByText("The organisation can be chosen again.")).toBeVisible();
    await page.goto("/admin/organisations");
    const row = page.getByRole("listitem").filter({ hasText: name });
    await expect(row).toContainText("2 members · 1 manager");
    await row.getByRole("button", { name: `Move “${name}” up` }).click();
    await expect(row.getByRole("button", { name: `Move “${name}” down` })).toBeVisible();
    const reference = await aRequest({ by: colleague });
    await signIn(page, other);
    await page.goto(`/requests/${reference}`);
    await page.getByRole("button", { name: "Follow this request" }).click();
    await page.getByRole("button", { name: "Stop following" }).click();
    await expect(page.getByText("because you don’t follow it")).toBeVisible();
  });
});

test("the pages of organisations are usable with a screen reader, and in administration", async ({
  page,
  signedInAs,
}) => {
  const domain = aDomain();
  const person = await aCustomer({ email: `ada@${domain}` });
  await db().person.createMany({
    data: Array.from({ length: 60 }, (_, place) => ({
      ...{ name: `Person p${place}`, email: `person-p${place}@${domain}`, createdAt: new Date() },
    })),
  });
  const slug = await anOrganisation({ domain, managers: [person] });
  await signedInAs("admin");
  await page.goto("/agent");
  await page.getByRole("link", { name: "Admin", exact: true }).click();
  await page.getByRole("link", { name: "Organisations" }).click();
  await expect(page.getByRole("heading", { name: "Organisations", level: 1 })).toBeVisible();
  await axe(page);
  await page.goto(`/admin/organisations?q=${domain}`);
  await expect(page.getByRole("searchbox", { name: "Find organisations" })).toHaveValue(domain);
  await expect(page.locator("main .named-rows > li")).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^Move/ })).toHaveCount(0);
  await axe(page);
  await page.getByRole("searchbox", { name: "Find organisations" }).fill("nothing like that");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("No organisation is called like that")).toBeVisible();
  await page.goto(`/admin/organisations/${slug}`);
  await expect(page.getByText(person.email)).toBeVisible();
  await axe(page);
  await page.getByRole("searchbox", { name: "Find members" }).fill("person-p7@");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText(`person-p7@${domain}`)).toBeVisible();
  await expect(page.getByText(person.email)).toBeHidden();
  await axe(page);
  await page.getByRole("button", { name: "Make Person p7 manager" }).click();
  await expect(page.getByRole("button", { name: "Remove Person p7 as manager" })).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Find members" })).toHaveValue("person-p7@");
  await page.getByRole("searchbox", { name: "Find members" }).fill("nobody");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("Nobody found")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await page
    .getByRole("navigation", { name: "Pages of members" })
    .getByRole("link", { name: "Next" })
    .click();
  await expect(page.getByText(person.email)).toBeHidden();
});

test("the pages of organisations do not exist for agents and customers", async ({
  page,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const slug = await anOrganisation();
  const manager = await aCustomer();
  const managed = await anOrganisation({ managers: [manager] });
  for (const person of [await anAgent(), manager]) {
    await signIn(page, person);
    for (const path of ["/admin/organisations", `/admin/organisations/${slug}`, `/ours/${slug}`])
      expect((await page.goto(path))?.status(), path).toBe(404);
  }
  expect((await page.goto(`/ours/${managed}`))?.status()).toBe(200);
});

test("a member's request is seen and answered by their manager until it is made private", async ({
  page,
  newVisitor,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const [member, manager] = [await aCustomer({ name: "Ada Lind" }), await aCustomer({ name: "Minh Tran" })];
  const slug = await anOrganisation({ name: "Harbour & Sons", members: [member], managers: [manager] });
  await signIn(page, member);
  const boss = await newVisitor();
  await signIn(boss, manager);

  await test.step("raising says who sees it", async () => {
    await page.goto("/catalog/other-manual-request");
    await expect(page.getByText(/This request is for Harbour & Sons/)).toBeVisible();
    await axe(page);
    await page.getByLabel("Summary").fill("The crane hums");
    await page
      .getByLabel(/Details|happened|help/i)
      .first()
      .fill("All night.");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByRole("link", { name: "Open the request" }).click();
    await expect(page.getByText(/and the managers of Harbour & Sons/)).toBeVisible();
  });

  await test.step("the manager finds it in the list, and comments", async () => {
    await boss.goto("/");
    await boss.getByRole("button", { name: /Minh Tran/ }).click();
    await boss.getByRole("link", { name: "Our requests" }).click();
    await expect(boss.getByRole("heading", { name: "Requests of Harbour & Sons" })).toBeVisible();
    await axe(boss);
    await boss.getByRole("link", { name: "The crane hums" }).click();
    await comment(boss, "We need it.");
    await boss.getByRole("button", { name: "Follow this request" }).click();
    await expect(boss.getByText("You follow this request")).toBeVisible();
    await expect(boss.getByRole("button", { name: "Make it private" })).toBeHidden();
    await axe(boss);
  });

  await test.step("the member hides it, and the manager's open page learns of that", async () => {
    await expect(page.getByText("We need it.")).toBeVisible();
    await page.getByRole("button", { name: "Make it private" }).click();
    await expect(page.getByText(/It is hidden from the managers/)).toBeVisible();
    await axe(page);
    await expect(boss.getByText("We need it.")).toBeHidden();
    await boss.goto(`/ours/${slug}?show=all`);
    await expect(boss.getByText("The crane hums")).toBeHidden();
    await page.getByRole("button", { name: "Show it to the managers" }).click();
    await expect(page.getByText(/and the managers of Harbour & Sons/)).toBeVisible();
    // Their open list follows by itself.
    await expect(boss.getByText("The crane hums")).toBeVisible();
  });
});

test("a member of two organisations chooses one, and can keep a request private", async ({ page }) => {
  const member = await aCustomer();
  await anOrganisation({ name: "Harbour", members: [member] });
  await anOrganisation({ name: "Mill", members: [member] });
  await signIn(page, member);
  await page.goto("/catalog/other-manual-request");
  await page.getByLabel("Summary").fill("The mill stands still");
  await page
    .getByLabel(/Details|happened|help/i)
    .first()
    .fill("No wind.");
  await page.getByRole("checkbox", { name: /Keep it private/ }).check();
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("Choose the organisation this request is for.").first()).toBeVisible();
  await axe(page);
  await expect(page.getByRole("checkbox", { name: /Keep it private/ })).toBeChecked();
  await page.getByLabel("For which organisation?").selectOption("Mill");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByRole("link", { name: "Open the request" }).click();
  await expect(page.getByText(/hidden from the managers of Mill/)).toBeVisible();
});

test("an agent sees which organisation a request is of", async ({ page, signedInAs }) => {
  const member = await aCustomer();
  await anOrganisation({ name: "Harbour & Sons", members: [member] });
  const reference = await aRequest({ by: member, isPrivate: true });
  await signedInAs("agent");
  await page.goto(`/agent/requests/${reference}`);
  await expect(page.getByText("Harbour & Sons (private: hidden from its managers)")).toBeVisible();
});
