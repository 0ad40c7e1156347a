import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest } from "../support/factories";
import { rowOf } from "../support/records";

const history = (page: Page) => page.getByRole("region", { name: "History" });
const linked = (page: Page) => page.getByRole("region", { name: "Linked requests" });
const named = (page: Page) => page.getByRole("combobox", { name: /^Request/ });

async function choose(page: Page, words: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or jump to…" })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

test("an agent corrects a request, changes its type, and resolves it as a duplicate; its customer reads all but the link", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  await signedInAs("agent");
  const by = await aCustomer();
  const other = await aRequest({ summary: "Nobody can log in since nine" });
  const reference = await aRequest({
    ...{ by, type: "report-a-problem-with-amtl3", summary: "help!!" },
    answers: { impact: "there_is_a_way_around", details: "Lena is locked out.", where: ["chrome"] },
  });
  await page.goto(`/agent/requests/${reference}`);

  await test.step("the form of the customer, reached by the palette, takes the correction", async () => {
    await choose(page, "correct");
    await expect(page.getByLabel(/^Summary/)).toHaveValue("help!!");
    await expect(page.getByLabel("Chrome")).toBeChecked();
    await page.getByLabel(/^Summary/).fill("");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByLabel(/^Summary/)).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel(/^Summary/).fill("Lena cannot log in");
    await axe(page);
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Lena cannot log in" })).toBeVisible();
    await expect(history(page)).toContainText("corrected the request");
  });

  await test.step("another type shows what is left behind, and what fits is filled in", async () => {
    await choose(page, "change the type");
    await axe(page);
    await page.getByRole("link", { name: "Access and accounts" }).click();
    await expect(page.getByRole("region", { name: "Left in the history" })).toContainText(
      "There is a way around",
    );
    await expect(page.getByLabel(/^Anything else/)).toHaveValue("Lena is locked out.");
    await page.getByRole("button", { name: "Change the type" }).click();
    await expect(page.getByLabel(/^Whose account/)).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Unlock an account").check();
    await page.getByLabel(/^Whose account/).fill("Lena Fischer");
    await axe(page);
    await page.getByRole("button", { name: "Change the type" }).click();
    await expect(history(page)).toContainText("to “Access and accounts”");
    await expect(page.getByRole("region", { name: "Details" })).toContainText("Access and accounts");
    await axe(page);
  });

  await test.step("d links it; a wrong reference keeps what was typed, and a link can be removed", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("d");
    await expect(named(page)).toBeFocused();
    await page.keyboard.type("LDG-999999");
    await page.keyboard.press("Enter");
    await expect(named(page)).toHaveAttribute("aria-invalid", "true");
    await expect(named(page)).toHaveValue("LDG-999999");
    await axe(page);
    await named(page).fill(other);
    await page.keyboard.press("Enter");
    await expect(linked(page)).toContainText("Related to");
    await expect(linked(page).getByRole("link", { name: "Nobody can log in since nine" })).toBeVisible();
    await axe(page);
    await linked(page)
      .getByRole("button", { name: `Remove the link with ${other}` })
      .click();
    await expect(linked(page)).toHaveCount(0);
  });

  await test.step("as a duplicate it can be resolved at once, and the other side says so", async () => {
    await page.getByRole("link", { name: "Link a request" }).click();
    await named(page).fill(other);
    await expect(page.getByLabel(/^Also resolve/)).toBeHidden();
    await page.getByLabel("This one is a duplicate of it").check();
    await page.getByLabel(/^Also resolve/).check();
    await axe(page);
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await expect(linked(page)).toContainText("Duplicate of");
    expect(await rowOf(reference)).toMatchObject({ status: "resolved", resolution: "duplicate" });
    await linked(page).getByRole("link", { name: "Nobody can log in since nine" }).click();
    await expect(linked(page)).toContainText("Duplicated by");
    await expect(linked(page)).toContainText(reference);
  });

  await test.step("its customer reads before and after of both, and nothing of the other request", async () => {
    const visitor = await newVisitor({ viewport: { width: 390, height: 800 } });
    await signIn(visitor, by);
    await visitor.goto(`/requests/${reference}`);
    await expect(history(visitor)).toContainText(
      "changed the type from “Report a problem with AMTL3” to “Access and accounts”",
    );
    await expect(history(visitor)).toContainText("There is a way around");
    await expect(history(visitor)).toContainText("help!!");
    await expect(visitor.getByText(other)).toHaveCount(0);
    await expect(visitor.getByText(/linked/i)).toHaveCount(0);
    await axe(visitor);
  });
});

test("without script an agent links, corrects and changes the type, too", async ({ newVisitor }) => {
  const plain = await newVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await signIn(plain, await anAgent());
  const [reference, other] = [await aRequest(), await aRequest()];
  await plain.goto(`/agent/requests/${reference}`);
  await plain.getByRole("link", { name: "Link a request" }).click();
  await named(plain).fill(other);
  await plain.getByRole("button", { name: "Link", exact: true }).click();
  await expect(linked(plain)).toContainText(other);
  await plain.getByRole("link", { name: "Correct" }).click();
  await plain.getByLabel(/^Summary/).fill("The printer was on fire");
  await plain.getByRole("button", { name: "Save the correction" }).click();
  await expect(plain.getByRole("heading", { level: 1, name: "The printer was on fire" })).toBeVisible();
  await plain.getByRole("link", { name: "Change the type" }).click();
  await plain.getByRole("link", { name: "Feature request" }).click();
  await plain.getByRole("button", { name: "Change the type" }).click();
  await expect(history(plain)).toContainText("to “Feature request”");
});
