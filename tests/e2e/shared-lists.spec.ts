import { axe } from "../support/axe";
import { aType } from "../support/catalog";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer } from "../support/factories";

test("an admin keeps a list, offers it in a form, and changes what is on it for everyone at once", async ({
  page,
  signedInAs,
  newVisitor,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/sandboxed and the 'allow-scripts'/);
  const mark = Date.now();
  const [list, type] = [`Departments ${mark}`, await aType({ name: `Order ${mark}` })];
  const customer = await aCustomer();
  await signedInAs("admin");

  await test.step("with one entry a line", async () => {
    await page.goto("/admin/lists");
    await axe(page);
    const form = page.locator("#new");
    await form.getByRole("button", { name: "Add list" }).click();
    await expect(form.getByRole("alert")).toContainText("Please enter a name.");
    await form.getByLabel("Name").fill(list);
    await form.getByLabel("Entries").fill("Sales\nWorkshop\nOffice");
    await form.getByRole("button", { name: "Add list" }).click();
    await expect(page.getByText("The list was added.")).toBeVisible();
    await expect(page.getByLabel("Entry 2", { exact: true })).toHaveValue("Workshop");
    await axe(page);
  });

  await test.step("which a question offers in place of choices of its own", async () => {
    await page.goto(`/admin/catalog/types/${type}/form`);
    await page.getByLabel("Kind of question").selectOption("One choice");
    await page.getByRole("button", { name: "Add question" }).click();
    await page.getByLabel("Label", { exact: true }).fill("Which department?");
    await page.getByLabel("Where the choices come from").selectOption({ label: `List: ${list}` });
    await expect(page.getByText("Sales, Workshop, Office")).toBeVisible();
    await expect(page.getByRole("link", { name: `Edit the list “${list}”` })).toBeVisible();
    const frame = page.frameLocator("iframe");
    await expect(frame.getByLabel("Workshop")).toBeVisible();
    await axe(page);
    await page.getByLabel("Kind of question").selectOption("Line of text");
    await page.getByRole("button", { name: "Add question" }).click();
    await page.getByLabel("Label", { exact: true }).fill("Which bench?");
    await page.getByLabel("Show only if").selectOption("When…");
    await page.getByRole("checkbox", { name: "Sales" }).uncheck();
    await page.getByRole("checkbox", { name: "Workshop" }).check();
    await expect(page.getByText("Draft saved")).toBeVisible();
    await page.getByRole("link", { name: "Compare and publish" }).click();
    await page.getByRole("button", { name: "Publish as version 2" }).click();
    await expect(page).toHaveURL(/done=form_published/);
  });

  await test.step("so that customers choose from it, and conditions know its entries, also without script", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const visitor = await newVisitor({ javaScriptEnabled });
      await signIn(visitor, customer);
      await visitor.goto(`/catalog/${type}`);
      await expect(visitor.getByLabel("Which bench?")).toBeHidden();
      await visitor.getByLabel("Workshop").check();
      await expect(visitor.getByLabel("Which bench?")).toBeVisible();
      await visitor.getByLabel("Summary").fill("A new chain");
      await visitor.getByLabel("How can we help?").fill("It is worn.");
      await visitor.getByLabel("Which bench?").fill("3");
      await visitor.getByRole("button", { name: "Send request" }).click();
      await expect(visitor).toHaveURL(/received/);
    }
  });

  await test.step("and what is retired and renamed is so in all forms, and not removed from what was said", async () => {
    await page.goto("/admin/lists");
    await page.getByRole("link", { name: list }).click();
    await page.getByLabel("Entry 1", { exact: true }).fill("Sales and rental");
    await page.getByRole("button", { name: "Retire Workshop" }).click();
    await page.getByRole("button", { name: "Add entry" }).click();
    await page.getByLabel("Entry 4", { exact: true }).fill("Test track");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The list was changed.")).toBeVisible();
    const visitor = await newVisitor();
    await signIn(visitor, customer);
    await visitor.goto(`/catalog/${type}`);
    await expect(visitor.getByLabel("Test track")).toBeVisible();
    await expect(visitor.getByLabel("Sales and rental")).toBeVisible();
    await expect(visitor.getByLabel("Workshop")).toHaveCount(0);
    await visitor.goto("/requests");
    await visitor.getByRole("link", { name: "A new chain" }).first().click();
    await expect(visitor.getByRole("main")).toContainText("Workshop");
    await visitor.getByRole("link", { name: "Correct" }).first().click();
    await expect(visitor.getByLabel("Workshop")).toBeChecked();
    await expect(visitor.getByLabel("Which bench?")).toHaveValue("3");
    await axe(visitor);
  });

  await test.step("in other languages, too", async () => {
    await page.getByRole("link", { name: "Translate" }).click();
    await page.getByRole("textbox", { name: /Test track/ }).fill("Teststrecke");
    await axe(page);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/done=translated/);
    await expect(page.getByRole("textbox", { name: /Test track/ })).toHaveValue("Teststrecke");
  });

  await test.step("while it cannot be archived", async () => {
    await page.goto("/admin/lists");
    await page.getByRole("button", { name: `Archive “${list}”` }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(`Order ${mark}`);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("link", { name: list }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await axe(page);
  });
});
