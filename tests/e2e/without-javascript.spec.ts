import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { expect, test } from "../support/e2e";
import { anAgent, moveTo } from "../support/factories";
import { linkIn, mailTo } from "../support/mails";

test.use({ javaScriptEnabled: false });

test("the whole way works without JavaScript", async ({ page }) => {
  test.slow();
  const email = `nojs-${randomBytes(4).toString("hex")}@people.test`;

  await test.step("sign up by the link in the mail, which changes nothing until its button is pressed", async () => {
    await page.goto("/sign-up?next=/catalog/question-about-an-invoice");
    await page.getByLabel("Your name").fill("Noor Haddad");
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel(/^Password/).fill("short");
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByText(/The password needs/).first()).toBeVisible();
    await expect(page.getByLabel("Your name")).toHaveValue("Noor Haddad");
    await page.getByLabel(/^Password/).fill("Harbour-lamp 27 quietly!");
    await page.getByRole("button", { name: "Sign up" }).click();
    const link = linkIn(await mailTo(email), "/sign-up/confirm/");
    for (let scan = 0; scan < 3; scan++) await page.goto(link);
    await expect(page).toHaveURL("/sign-up/finish");
    expect(await db().person.count({ where: { email } })).toBe(0);
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page).toHaveURL(/question-about-an-invoice/);
  });

  await test.step("raise a request; what was typed survives a mistake", async () => {
    await page.getByLabel(/^Summary/).fill("Two lines for storage");
    await page.getByLabel(/^Invoice number/).fill("20417");
    await page.getByLabel(/^What is your question/).fill("Why two?");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByText(/begins with INV-/).first()).toBeVisible();
    await expect(page.getByLabel(/^What is your question/)).toHaveValue("Why two?");
    await expect(page.getByLabel(/^Invoice number/)).toHaveValue("20417");
    await page.getByLabel(/^Invoice number/).fill("INV-20417");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByRole("heading", { name: /We have received/ })).toBeVisible();
  });

  await test.step("comment, respond, kill, re-open by a comment", async () => {
    const reference = /LDG-\d+/.exec(page.url())?.[0] ?? "";
    await page.getByRole("link", { name: "Open the request" }).click();
    await page.getByLabel("Your comment").fill("It is the October one.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("It is the October one.")).toBeVisible();
    await moveTo(await anAgent(), reference, "ask", { body: "Which account?" });
    await page.goto(`/requests/${reference}`);
    await page.getByLabel("Your answer").fill("The main one.");
    await page.getByRole("button", { name: "Respond to support" }).click();
    await expect(page.getByText("The main one.")).toBeVisible();
    await page.locator("summary").filter({ hasText: "Kill the issue" }).click();
    await page.getByRole("group").getByRole("button", { name: "Kill the issue" }).click();
    await expect(page.getByText("Resolved by customer").first()).toBeVisible();
    await page.getByLabel("Your comment").fill("It came back.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText(/Should your comment re-open it/)).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("It came back.");
    await page.getByLabel(/Yes, re-open it/).check();
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("It came back.")).toBeVisible();
  });

  await test.step("search the catalog, see the list, log out", async () => {
    await page.goto("/?q=zebra");
    await expect(page.getByText(/No request type fits\. Use “Other \/ Manual Request”/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Other / Manual Request" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Feature request" })).toBeHidden();
    await page.getByRole("button", { name: /account menu/ }).click();
    await page.getByRole("link", { name: "All requests" }).click();
    await expect(page.getByRole("link", { name: "Two lines for storage" })).toBeVisible();
    await page.getByRole("button", { name: /account menu/ }).click();
    await page.getByRole("button", { name: "Log out" }).click();
    await expect(page.getByText("You are logged out.")).toBeVisible();
  });
});

test("questions that depend on others come and go by style alone", async ({ page, signedInAs }) => {
  await signedInAs("customer");
  await page.goto("/catalog/access-and-accounts");
  await expect(page.getByLabel("Their last day")).toBeHidden();
  await page.getByLabel("Remove a user").check();
  await expect(page.getByLabel("Their last day")).toBeVisible();
  const address = page.locator("label").filter({ hasText: "Their email address" });
  await expect(address.getByText("optional")).toBeVisible();
  await expect(address.getByText("required")).toBeHidden();
  await page.getByLabel("A new user").check();
  await expect(page.getByLabel("Their last day")).toBeHidden();
  await expect(address.getByText("required")).toBeVisible();
});

test("what does not exist, or is not theirs, is said with a way on", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/404/);
  await signedInAs("customer");
  for (const address of [
    "/requests/LDG-999999",
    "/agent/requests/LDG-1",
    "/catalog/nothing",
    "/no/such/page",
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    // Playwright finds no text in this element, though without script it is like any other.
    const words = page.locator("noscript .empty-text");
    await expect(words).toBeVisible();
    expect(await words.textContent()).toContain("This page does not exist, or you do not have access to it.");
  }
  await page.getByRole("link", { name: "Raise a request" }).click();
  await expect(page).toHaveURL("/");
});
