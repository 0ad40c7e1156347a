import { axe } from "../support/axe";
import { aCategory, putBehind } from "../support/catalog";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent } from "../support/factories";

test("an admin adds a category and a type, publishes it, puts the types in order, says who sees it and archives it", async ({
  page,
  signedInAs,
  newVisitor,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/status of 404/);
  const mark = String(Date.now());
  const [category, name] = [`Workshop ${mark}`, `Repair a wheel ${mark}`];
  const [admin, customer, agent] = [await signedInAs("admin"), await newVisitor(), await newVisitor()];
  await signIn(customer, await aCustomer());
  await signIn(agent, await anAgent());
  await page.goto("/admin/catalog");

  await test.step("a category and a draft", async () => {
    const newCategory = page.getByRole("region", { name: "New category" });
    await newCategory.getByRole("button", { name: "Add category" }).click();
    await expect(newCategory.getByText("Please enter a name.").first()).toBeVisible();
    await newCategory.getByLabel("Name").fill(category);
    await newCategory.getByRole("button", { name: "Add category" }).click();
    await expect(page.getByText("The category was added.")).toBeVisible();
    const newType = page.getByRole("region", { name: "New request type" });
    await newType.getByLabel("Name").fill(name);
    await newType.getByLabel("Category").selectOption(category);
    await newType.getByRole("button", { name: "Add request type" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("heading", { name: "This is a draft" })).toBeVisible();
    await customer.goto("/");
    await expect(customer.getByText(name)).toBeHidden();
  });

  await test.step("its words, then published", async () => {
    const words = page.getByRole("region", { name: "What customers see" });
    await words.getByLabel("Description").fill("Bent, loose or flat");
    await words.getByRole("radio", { name: "Wrench" }).check();
    await words.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The changes were saved.")).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("The request type is published.")).toBeVisible();
    await customer.goto("/");
    await customer.getByRole("link", { name }).click();
    await expect(customer.getByLabel("How can we help?")).toBeVisible();
    await expect(customer.getByRole("link", { name: "Edit this type" })).toBeHidden();
    await page.goto(customer.url());
    await page.getByRole("link", { name: "Edit this type" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  const board = page.getByRole("region", { name: category });
  const order = () => board.getByRole("listitem").getByRole("link").allTextContents();
  const [first, second] = [`Tune a bike ${mark}`, `Lend a bike ${mark}`];

  await test.step("in order by keyboard, by buttons and by dragging", async () => {
    for (const other of [first, second]) {
      await page.goto("/admin/catalog");
      const newType = page.getByRole("region", { name: "New request type" });
      await newType.getByLabel("Name").fill(other);
      await newType.getByLabel("Category").selectOption(category);
      await newType.getByRole("button", { name: "Add request type" }).click();
      await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();
    }
    await page.goto("/admin/catalog");
    await board.getByRole("button", { name: `Move ${second}`, exact: true }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByText(`Lifted ${second}. Place 3 of 3 in ${category}.`)).toBeAttached();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect(page.getByText(`Put ${second} down: place 1 of 3 in ${category}.`)).toBeAttached();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(page.getByText(`${second} is back where it was.`)).toBeAttached();
    expect(await order()).toEqual([second, name, first]);
    await board.getByRole("button", { name: `Move ${first} up` }).click();
    await expect.poll(order).toEqual([second, first, name]);
    const row = (text: string) => board.getByRole("listitem").filter({ hasText: text });
    await row(name).dragTo(row(second), { targetPosition: { x: 120, y: 4 } });
    await expect.poll(order).toEqual([name, second, first]);
    await expect(page.locator(".board")).not.toHaveAttribute("aria-busy", "true");
    await axe(page);
    await page.reload();
    expect(await order()).toEqual([name, second, first]);
  });

  await test.step("into another category, which another admin has archived meanwhile", async () => {
    const gone = await aCategory(`Gone ${mark}`);
    await putBehind(gone, category);
    await page.reload();
    const other = await newVisitor();
    await signIn(other, admin);
    await other.goto(`/admin/catalog/categories/${gone}`);
    await other.getByRole("button", { name: "Archive category" }).click();
    await expect(other.getByText("It was archived.")).toBeVisible();
    await board.getByRole("button", { name: `Move ${first} down` }).click();
    await expect(page.getByText(/This category is no longer in use/)).toBeVisible();
    expect(await order()).toEqual([name, second, first]);
  });

  await test.step("for agents alone, then for nobody", async () => {
    await board.getByRole("link", { name }).click();
    const audience = page.getByRole("region", { name: "Who sees it" });
    await audience.getByRole("radio", { name: "Chosen organisations" }).check();
    await audience.getByLabel("Organisations", { exact: true }).fill("Nobody at all");
    await audience.getByRole("button", { name: "Save" }).click();
    await expect(audience.getByText(/There is no organisation in use/).first()).toBeVisible();
    await audience.getByRole("radio", { name: "Agents only" }).check();
    await audience.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("This is who sees it now.")).toBeVisible();
    const form = `/catalog/${new URL(page.url()).pathname.split("/").at(-1)}`;
    expect((await customer.goto(form))?.status()).toBe(404);
    expect((await agent.goto(form))?.status()).toBe(200);
    await page.getByRole("button", { name: "Archive request type" }).click();
    await expect(page.getByText("It was archived.")).toBeVisible();
    expect((await agent.goto(form))?.status()).toBe(404);
    for (const path of ["/admin/catalog", `/admin${form.replace("catalog/", "catalog/types/")}`])
      expect((await agent.goto(path))?.status(), path).toBe(404);
    await page.goto("/admin/catalog");
    await expect(page.getByRole("region", { name: "Archived request types" })).toContainText(name);
  });

  // Others look at the whole catalog.
  await page.getByRole("link", { name: `Edit ${category}` }).click();
  await page.getByRole("button", { name: "Archive category" }).click();
  await expect(page.getByText("It was archived.")).toBeVisible();
});
