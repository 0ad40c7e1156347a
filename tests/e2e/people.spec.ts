import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin, anAgent, aRequest } from "../support/factories";
import { linkIn, mailTo } from "../support/mails";

const password = "Harbour-lamp 27 quietly!";

test("an admin invites an agent, who joins, becomes an admin, is set away, and is shut out while a page is open", async ({
  page,
  newVisitor,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 40[14]/);
  const mark = String(Date.now());
  const [email, standIn] = [`jo-${mark}@people.test`, await anAgent({ name: `Tomás ${mark}` })];
  await signIn(page, await anAdmin({ name: "Priya Nair" }));
  const visitor = await newVisitor();

  await test.step("the home of administration says what there is, and finds it", async () => {
    await page.goto("/agent");
    await page.getByRole("link", { name: "Admin", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Administration", level: 1 })).toBeVisible();
    await axe(page);
    await page.getByRole("link", { name: "No backup of this desk is known." }).click();
    await expect(page.getByRole("region", { name: "Backups" })).toContainText("npm run lodge -- backup:done");
    await axe(page);
    await page.goto("/admin");
    await page.getByRole("searchbox", { name: "Search administration" }).fill("suspend");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Pages" }).getByRole("link", { name: "People" }).click();
    await expect(page.getByRole("heading", { name: "People", level: 1 })).toBeVisible();
    await axe(page);
  });

  await test.step("inviting says at the field what is wrong", async () => {
    await page.getByRole("link", { name: "Invite people" }).click();
    await page.getByLabel("Email addresses").fill(standIn.email);
    await page.getByRole("button", { name: "Send invitations" }).click();
    await expect(page.getByText(`${standIn.email} has an account here already`).first()).toBeVisible();
    await axe(page);
    await page.getByLabel("Email addresses").fill(email);
    await page.getByRole("button", { name: "Send invitations" }).click();
    await expect(page.getByText("The invitations are on their way.")).toBeVisible();
    await expect(page.getByRole("button", { name: `Send again to ${email}` })).toBeVisible();
  });

  await test.step("the link makes an account, and leads to the queue", async () => {
    const link = linkIn(await mailTo(email, /invited/), "/join/");
    await visitor.goto(link);
    await expect(visitor).toHaveURL("/join");
    await axe(visitor);
    await visitor.getByLabel("Your name").fill(`Jo ${mark}`);
    await visitor.getByRole("textbox", { name: "Password required" }).fill(password);
    await visitor.getByRole("button", { name: "Create my account" }).click();
    await expect(visitor.getByRole("heading", { name: "Queue", level: 1 })).toBeVisible();
  });

  await test.step("they are found, and their role holds on the page that they have open", async () => {
    await page.goto("/admin/people");
    await page.getByRole("searchbox", { name: "Find people" }).fill(`jo ${mark}`);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: `Jo ${mark}` }).click();
    await expect(page.getByText("accepted the invitation to the desk: Agent")).toBeVisible();
    await axe(page);
    await page.getByRole("combobox", { name: "Role" }).selectOption("Admin");
    await page.getByRole("button", { name: "Change role" }).click();
    await expect(page.getByText("The role was changed. It takes effect at once.")).toBeVisible();
    await expect(page.getByText("changed the role: from Agent to Admin")).toBeVisible();
    await expect(visitor.getByRole("link", { name: "Admin", exact: true })).toBeVisible();
  });

  await test.step("they are set away with a stand-in, and back", async () => {
    await page.getByLabel("Back on").fill("2020-01-01");
    await page.getByRole("button", { name: "Set as away" }).click();
    await expect(page.getByText("Choose a day after the first day away.").first()).toBeVisible();
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Back on").fill(later);
    await page.getByLabel("Stand-in").selectOption(standIn.name);
    await page.getByRole("button", { name: "Set as away" }).click();
    await expect(page.getByText(`${standIn.name} stands in`)).toBeVisible();
    await page.getByRole("button", { name: "They are back" }).click();
    await expect(page.getByText("They hear of everything again.")).toBeVisible();
  });

  await test.step("shut out, their page asks them to log in", async () => {
    await page.getByRole("button", { name: "Suspend" }).click();
    await expect(page.getByText("The account is suspended, and logged out everywhere.")).toBeVisible();
    await expect(visitor).toHaveURL(/\/sign-in/);
    await page.getByRole("button", { name: "Let them in again" }).click();
    await expect(page.getByText("They can log in again.")).toBeVisible();
  });
});

test("pages of people do not exist for agents and customers, and give nothing of one away", async ({
  page,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const person = await aCustomer({ name: `Hidden ${Date.now()}` });
  await aRequest({ by: person });
  for (const reader of [await anAgent(), await aCustomer()]) {
    await signIn(page, reader);
    for (const path of [
      "/admin",
      "/admin/people",
      `/admin/people/${person.id}`,
      "/admin/people/invitations",
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByText(person.name)).toHaveCount(0);
    }
  }
});
