import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { aType } from "../support/catalog";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin, anAgent } from "../support/factories";

const frameOf = (page: Page) => page.frameLocator("iframe");
const rows = (page: Page) => page.locator(".question-rows > li");
const labels = (page: Page) => page.locator(".question-open > span:first-child").allTextContents();
const isSaved = (page: Page) => expect(page.getByText("Draft saved")).toBeVisible();

async function addQuestion(page: Page, kind: string, label: string): Promise<void> {
  await page.getByLabel("Kind of question").selectOption(kind);
  await page.getByRole("button", { name: "Add question" }).click();
  await expect(page.getByLabel("Label", { exact: true })).toBeFocused();
  await page.keyboard.type(label);
}

test("an admin changes a form beside its preview, compares and publishes it, and customers get it then", async ({
  page,
  signedInAs,
  newVisitor,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/status of 404|sandboxed and the 'allow-scripts'/);
  const slug = await aType({ name: `Repair ${Date.now()}` });
  await signedInAs("admin");
  const customer = await newVisitor();
  await signIn(customer, await aCustomer());
  await customer.goto(`/catalog/${slug}`);
  await expect(customer.getByRole("link", { name: "Edit this form" })).toBeHidden();
  await page.goto(`/catalog/${slug}`);
  await page.getByRole("link", { name: "Edit this form" }).click();
  await expect(page.getByText("No changes yet")).toBeVisible();
  const compare = page.getByRole("link", { name: "Compare and publish" });

  await test.step("questions, with choices from a list and a condition", async () => {
    await addQuestion(page, "One choice", "Which bike is it?");
    await expect(page.getByText("Please add at least one choice.")).toBeVisible();
    await expect(page.getByText("Conditions look at choices and checkboxes")).toHaveCount(1);
    await page.getByRole("button", { name: "Paste a list" }).click();
    await page.getByRole("textbox", { name: "Paste a list" }).fill("City bike\nRace bike\nCity bike");
    await page.getByRole("button", { name: "Use this list" }).click();
    await expect(page.getByRole("button", { name: "Paste a list" })).toBeFocused();
    await page.getByRole("button", { name: "Add choice" }).click();
    await expect(page.getByRole("textbox", { name: "Choice 3" })).toBeFocused();
    await page.keyboard.type("Cargo bike");
    await page.getByRole("button", { name: "Move Cargo bike up" }).click();
    await page.getByRole("button", { name: "Remove Cargo bike" }).click();
    await expect(page.getByRole("textbox", { name: "Choice 1" })).toBeFocused();
    await expect(page.getByRole("textbox", { name: "Choice 2" })).toHaveValue("Race bike");
    await addQuestion(page, "Line of text", "Frame number");
    await page.getByLabel("Show only if").selectOption("When…");
    await page.getByRole("checkbox", { name: "City bike" }).uncheck();
    await expect(page.getByText("Choose the answers to “Which bike is it?”")).toBeVisible();
    await page.getByRole("checkbox", { name: "Race bike" }).check();
    await page.getByLabel("An answer is required").check();
    await isSaved(page);
    await axe(page);
  });

  await test.step("a pattern, which says what it cannot be and whether an answer fits", async () => {
    const pattern = page.getByLabel("Pattern", { exact: true });
    await pattern.fill("(?=F)F[0-9]+");
    await expect(page.getByText(/cannot look ahead or behind/)).toBeVisible();
    await pattern.fill("F[0-9]+");
    await page.getByLabel("What to say if an answer does not match").fill("Like F12.");
    const tried = page.getByLabel("Try an answer");
    await tried.fill("F12");
    await expect(page.getByText("This answer matches.")).toBeVisible();
    await tried.fill("12");
    await expect(page.getByText("This answer does not match.")).toBeVisible();
    await isSaved(page);
  });

  await test.step("the preview asks, and checks, what the form will", async () => {
    const frame = frameOf(page);
    await expect(frame.getByLabel("Frame number")).toBeHidden();
    await frame.getByLabel("Race bike").check();
    await frame.getByLabel("Frame number").fill("12");
    await frame.getByLabel("Summary").fill("Flat tyre");
    await frame.getByLabel("How can we help?").fill("It is flat.");
    await frame.getByRole("button", { name: "Send request" }).click();
    await expect(frame.getByText("Like F12.").first()).toBeVisible();
    await frame.getByLabel("Frame number").fill("F12");
    await frame.getByRole("button", { name: "Send request" }).click();
    await expect(frame.getByText("These answers would be accepted.")).toBeVisible();
    await page.getByRole("radio", { name: "Phone" }).check();
    const width = async () => (await page.locator("iframe").boundingBox())?.width;
    await expect.poll(width).toBeLessThanOrEqual(390);
    await page.getByRole("checkbox", { name: "Without JavaScript" }).check();
    await expect(frame.getByLabel("Frame number")).toBeHidden();
    await frame.getByLabel("Race bike").check();
    await expect(frame.getByLabel("Frame number")).toBeVisible();
    await page.getByRole("checkbox", { name: "Without JavaScript" }).uncheck();
  });

  await test.step("in order by keyboard, by buttons and by dragging; undone and done again", async () => {
    await page.getByRole("button", { name: /^Frame number/ }).click();
    const [first, second, third] = ["How can we help?", "Which bike is it?", "Frame number"];
    await page.getByRole("button", { name: `Move ${second}`, exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect(page.getByText(`Put ${second} down: place 1 of 3.`)).toBeAttached();
    await expect.poll(() => labels(page)).toEqual([second, first, third]);
    await page.getByRole("button", { name: `Move ${third} up` }).click();
    await expect.poll(() => labels(page)).toEqual([second, third, first]);
    await rows(page)
      .nth(2)
      .dragTo(rows(page).nth(0), { targetPosition: { x: 150, y: 4 } });
    await expect.poll(() => labels(page)).toEqual([first, second, third]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => labels(page)).toEqual([second, first, third]);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => labels(page)).toEqual([second, third, first]);
    await page.getByRole("button", { name: new RegExp(`^${third}`) }).click();
    await page.getByRole("button", { name: "Remove question" }).click();
    await expect.poll(() => labels(page)).toEqual([second, first]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => labels(page)).toEqual([second, third, first]);
    await isSaved(page);
  });

  await test.step("another admin who has it open is told, and can replace it", async () => {
    const other = await newVisitor();
    await signIn(other, await anAdmin());
    await other.goto(`/admin/catalog/types/${slug}/form`);
    await page.getByRole("button", { name: /^How can we help/ }).click();
    await page.getByLabel("Help", { exact: true }).fill("One sentence is enough.");
    await isSaved(page);
    await other.getByRole("button", { name: /^How can we help/ }).click();
    await other.getByLabel("Label", { exact: true }).fill("What is wrong with it?");
    await expect(other.getByText("Two people are changing this form")).toBeVisible();
    await axe(other);
    await other.getByRole("button", { name: "Replace theirs with mine" }).click();
    await isSaved(other);
    await page.getByLabel("Label", { exact: true }).fill("What is the matter?");
    await expect(page.getByText("Two people are changing this form")).toBeVisible();
    await page.getByRole("button", { name: "Show theirs" }).click();
    await expect(page.getByRole("button", { name: /^What is wrong with it/ })).toBeVisible();
  });

  await test.step("compared, then published as the next version", async () => {
    await compare.click();
    const differences = page.getByRole("region", { name: "Questions" });
    await expect(differences.getByText("Which bike is it?")).toBeVisible();
    await expect(differences.getByText("What is wrong with it?").first()).toBeVisible();
    await axe(page);
    await customer.reload();
    await expect(customer.getByLabel("Which bike is it?")).toBeHidden();
    await page.getByRole("button", { name: "Publish as version 2" }).click();
    await expect(page.getByText("The new version of the form is published.")).toBeVisible();
    // A customer who has the old form open can still send it.
    await customer.getByLabel("Summary").fill("Flat tyre");
    await customer.getByLabel("How can we help?").fill("It is flat.");
    await customer.getByRole("button", { name: "Send request" }).click();
    await expect(customer).toHaveURL(/\/received$/);
    await customer.goto(`/catalog/${slug}`);
    await customer.getByRole("radio", { name: "Race bike" }).check();
    await customer.getByLabel("Frame number").fill("12");
    await customer.getByLabel("Summary").fill("Flat tyre");
    await customer.getByLabel("What is wrong with it?").fill("It is flat.");
    await customer.getByRole("button", { name: "Send request" }).click();
    await expect(customer.getByText("Like F12.").first()).toBeVisible();
  });

  await test.step("what is not fit is not offered to be published", async () => {
    await page.getByRole("link", { name: "Edit this form" }).click();
    await page.getByRole("button", { name: "Add question" }).click();
    await compare.click();
    await expect(page.getByText("This draft cannot be published yet")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Publish/ })).toBeHidden();
    await page.getByRole("link", { name: "Please enter a label." }).click();
    await expect(page.getByLabel("Label", { exact: true })).toBeFocused();
    await compare.click();
    await expect(page.getByText("This draft cannot be published yet")).toBeVisible();
    await page.getByRole("button", { name: "Discard draft" }).click();
    await expect(page.getByText("The draft of the form was discarded.")).toBeVisible();
  });

  await test.step("a published choice is retired, a draft thrown away", async () => {
    await page.getByRole("link", { name: "Edit this form" }).click();
    await page.getByRole("button", { name: /^Which bike is it/ }).click();
    await page.getByRole("button", { name: "Retire City bike" }).click();
    await expect(page.getByText("retired", { exact: true })).toBeVisible();
    await compare.click();
    await expect(page.getByText("City bike (retired)")).toBeVisible();
    await page.getByRole("button", { name: "Discard draft" }).click();
    await expect(page.getByText("The draft of the form was discarded.")).toBeVisible();
  });
});

test("questions stand in sections, for admins, customers and with their answers", async ({
  page,
  signedInAs,
  newVisitor,
}) => {
  test.slow();
  const slug = await aType({ name: `Trip ${Date.now()}` });
  await signedInAs("admin");
  await page.goto(`/admin/catalog/types/${slug}/form`);
  await page.getByRole("button", { name: "Add section" }).click();
  await page.getByLabel("Heading", { exact: true }).fill("Your trip");
  await expect(page.getByText("Please put a question below this heading")).toBeVisible();
  await page.getByLabel("Text below the heading").fill("Where you ride to.");
  await addQuestion(page, "Line of text", "Destination");
  await isSaved(page);
  await axe(page);
  await expect(frameOf(page).getByRole("heading", { name: "Your trip" })).toBeVisible();
  await page.getByRole("link", { name: "Compare and publish" }).click();
  const differences = page.getByRole("region", { name: "Questions" });
  await expect(differences.getByText("Section", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Publish as version 2" }).click();
  await expect(page.getByText("The new version of the form is published.")).toBeVisible();
  const customer = await newVisitor();
  await signIn(customer, await aCustomer());
  await customer.goto(`/catalog/${slug}`);
  await expect(customer.getByRole("heading", { name: "Your trip" })).toBeVisible();
  await expect(customer.getByText("Where you ride to.")).toBeVisible();
  await axe(customer);
  await customer.getByLabel("Summary").fill("A tour");
  await customer.getByLabel("How can we help?").fill("A map, please.");
  await customer.getByLabel("Destination").fill("Porto");
  await customer.getByRole("button", { name: "Send request" }).click();
  await expect(customer).toHaveURL(/\/received$/);
  await customer.goto(customer.url().replace(/\/received$/, ""));
  await expect(customer.getByText("Your trip")).toBeVisible();
  await expect(customer.getByText("Porto")).toBeVisible();
  await axe(customer);
});

test("nobody but admins reaches the form builder, and only the desk itself frames its preview", async ({
  page,
  signedInAs,
  newVisitor,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const slug = await aType();
  const form = `/admin/catalog/types/${slug}/form`;
  const paths = [form, `${form}/publish`, `${form}/preview`, `${form}/preview/conditions.css`];
  await signedInAs("admin");
  for (const path of paths) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    const framed = path.endsWith("/preview") ? "frame-ancestors 'self'" : "frame-ancestors 'none'";
    expect(response.headers()["content-security-policy"], path).toContain(framed);
  }
  for (const person of [await anAgent(), await aCustomer()]) {
    const visitor = await newVisitor();
    await signIn(visitor, person);
    for (const path of paths) expect((await visitor.request.get(path)).status(), path).toBe(404);
  }
  await page.goto("/admin/catalog/types/there-is-none/form");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/not found/i);
});
