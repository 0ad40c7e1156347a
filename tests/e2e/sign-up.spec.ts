import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer } from "../support/factories";
import { mailTo } from "../support/mails";
import { expectTrouble, strongPassword } from "../support/walk";

const mark = () => randomBytes(5).toString("hex");

async function askForAccount(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Wilma Wanderer");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("textbox", { name: /^Password/ }).fill(strongPassword(mark()));
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page).toHaveURL("/sign-up/confirm");
}

test("a new person sees the rules while typing, confirms by the mailed code and is where they were going", async ({
  page,
}) => {
  const email = `wilma-${mark()}@people.test`;
  await page.goto("/catalog/report-a-problem-with-amtl3");
  await page.getByRole("link", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Sign up" })).toBeVisible();
  await axe(page);

  const password = page.getByRole("textbox", { name: /^Password/ });
  const rule = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await page.getByLabel("Your name").fill("Wilma Wanderer");
  await page.getByLabel("E-mail address").fill(email);
  await password.fill("short");
  await expect(rule("12 characters or more")).not.toContainText("done");
  await password.fill("Password1234!");
  for (const met of ["12 characters or more", "Upper and lower case", "A symbol"])
    await expect(rule(met)).toContainText("done");
  await expect(rule("Not only dictionary words")).not.toContainText("done");
  await expect(page.getByText(/^Too easy to guess/)).toBeVisible();
  await axe(page);

  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expectTrouble(page, "Please choose another password.", "Too easy to guess");
  await expect(page.getByLabel("Your name")).toHaveValue("Wilma Wanderer");
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  await axe(page);

  await password.fill(strongPassword(mark()));
  await expect(rule("Not only dictionary words")).toContainText("done");
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await axe(page);

  const mail = await mailTo(email, /Confirm your e-mail address/);
  const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? "none";
  expect(mail.html).toContain(code);
  const codeField = page.getByLabel("Six-digit code");
  await codeField.fill(code === "123456" ? "654321" : "123456");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expectTrouble(page, "That is not the code we mailed. You have 4 more tries.");
  await axe(page);

  await codeField.fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL("/catalog/report-a-problem-with-amtl3");
  await expect(page.getByRole("button", { name: /^Wilma Wanderer ?, account menu$/ })).toBeVisible();
});

test("signing up tells nobody whether an address is known; only its mail does", async ({
  page,
  newVisitor,
}) => {
  const known = await aCustomer();
  const unknown = `nova-${mark()}@people.test`;
  const other = await newVisitor();
  await askForAccount(page, known.email);
  await askForAccount(other, unknown);
  const main = page.getByRole("main");
  expect(await main.ariaSnapshot()).toBe(await other.getByRole("main").ariaSnapshot());

  expect((await mailTo(known.email)).subject).toBe("You already have an account at Lodge");
  expect((await mailTo(unknown)).subject).toBe("Confirm your e-mail address for Lodge");

  for (const browser of [page, other]) {
    await browser.getByLabel("Six-digit code").fill("000000");
    await browser.getByRole("button", { name: "Confirm" }).click();
    await expectTrouble(browser, "That is not the code we mailed. You have 4 more tries.");
  }
  expect(await main.ariaSnapshot()).toBe(await other.getByRole("main").ariaSnapshot());
});

test("another mail can be asked for only after a wait, and the desk says how long", async ({ page }) => {
  await askForAccount(page, `tarry-${mark()}@people.test`);
  await page.getByRole("button", { name: "Send another mail" }).click();
  await expectTrouble(page, /Please wait \d+ more seconds/);
  await axe(page);
});
