import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { authenticate } from "@/lib/accounts/sessions";
import type { PersonActor } from "@/lib/actor";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { linkIn, mailTo } from "../support/mails";
import { expectTrouble, strongPassword } from "../support/walk";

const password = "Harbour-lamp 27 quietly!";

async function someone(page: Page): Promise<PersonActor> {
  const person = await aCustomer({ password });
  await signIn(page, person);
  return person;
}

const newAddress = ({ email }: PersonActor) => `moved-${email}`;

async function askForAddress(page: Page, email: string, typed = password): Promise<void> {
  await page.getByLabel("New email address").fill(email);
  await page.getByLabel("Current password").fill(typed);
  await page.getByRole("button", { name: "Email me the link" }).click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a person says how they are called and how they read times, and pages follow", async ({ page }) => {
      const person = await someone(page);
      const reference = await aRequest({ by: person });
      await page.goto("/");
      await page.getByRole("button", { name: /account menu/ }).click();
      await page.getByRole("link", { name: "Settings" }).click();
      await page.getByLabel("Your name").fill("Vera https://evil.test");
      await page.getByLabel("Time zone").selectOption({ label: "Tokyo (UTC+09:00)" });
      await page.getByLabel("Language").selectOption("en-US");
      await page.getByRole("button", { name: "Save profile" }).click();
      await expect(page.getByText("Please leave out web addresses.").first()).toBeVisible();
      await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
      await expect(page.getByLabel("Language")).toHaveValue("en-US");
      await page.getByLabel("Your name").fill("Vera Berg");
      await page.getByRole("button", { name: "Save profile" }).click();
      await expect(page.getByRole("status")).toContainText("Profile saved.");
      await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
      await expect(page.getByRole("button", { name: /^Vera Berg ?, account menu$/ })).toBeVisible();
      await page.goto(`/requests/${reference}`);
      const time = page.getByRole("main").locator("time").first();
      await expect(time).toHaveAttribute("lang", "en-US");
      await expect(time).toHaveAttribute("title", /^\p{L}+day, \p{L}+ \d/u);
      await expect(time).toHaveAttribute("title", /GMT\+9|JST/);
      await expect(page.getByText("Vera Berg").first()).toBeVisible();
    });

    test("another address is confirmed by a link that changes nothing until its button is pressed", async ({
      page,
      newVisitor,
    }) => {
      const person = await someone(page);
      const email = newAddress(person);
      await page.goto("/settings");
      await askForAddress(page, email, "Wrong-lamp 27!");
      await expect(page.getByText("That is not your current password.").first()).toBeVisible();
      await expect(page.getByLabel("New email address")).toHaveValue(email);
      await askForAddress(page, email);
      await expect(page.getByText(`${email} is not confirmed yet`)).toBeVisible();
      await expect(page.getByLabel("Current password")).toHaveValue("");
      const link = linkIn(await mailTo(email, /Confirm your new email address/), "/settings/email/");

      const stranger = await newVisitor({ javaScriptEnabled });
      await stranger.goto(link);
      await expect(stranger).toHaveURL(/\/sign-in\?next=%2Fsettings%2Femail$/);
      await someone(stranger);
      await stranger.goto(link);
      await expect(stranger.getByText("This link is no longer valid")).toBeVisible();

      for (let scan = 0; scan < 3; scan++) await page.goto(link);
      await expect(page).toHaveURL("/settings/email");
      await expect(page.getByText(`This changes the account of ${person.name}`)).toBeVisible();
      expect(await authenticate({ email: person.email, password })).toMatchObject({ personId: person.id });
      await expect(page.getByText(email)).toBeVisible();
      await page.getByRole("button", { name: "Use this address" }).click();
      await expect(page.getByRole("status")).toContainText("Your new address is confirmed.");
      expect(await authenticate({ email, password })).toMatchObject({ personId: person.id });
      expect((await mailTo(person.email)).subject).toBe("Your email address for Lodge was changed");
      await page.goto(link);
      await expect(page.getByText("This link is no longer valid")).toBeVisible();
    });

    test("another password keeps this browser logged in and no other", async ({ page, newVisitor }) => {
      const person = await someone(page);
      const other = await newVisitor({ javaScriptEnabled });
      await signIn(other, person);
      const fresh = strongPassword(person.id);
      await page.goto("/settings/password");
      await page.getByLabel("Current password").fill("Wrong-lamp 27!");
      await page.getByLabel("New password").fill("short");
      await page.getByRole("button", { name: "Change password" }).click();
      for (const sentence of ["That is not your current password.", /The password needs/])
        await expect(page.getByText(sentence).first()).toBeVisible();
      await page.getByLabel("Current password").fill(password);
      await page.getByLabel("New password").fill(fresh);
      await page.getByRole("button", { name: "Change password" }).click();
      // Judging and hashing are slow on purpose, and a busy machine is no broken promise.
      await expect(page.getByRole("status")).toContainText("Your new password is set.", { timeout: 30_000 });
      await expect(page.getByLabel("New password")).toHaveValue("");
      await other.goto("/settings");
      await expect(other).toHaveURL(/\/sign-in/);
      expect(await authenticate({ email: person.email, password: fresh })).toMatchObject({
        personId: person.id,
      });
      expect((await mailTo(person.email)).subject).toBe("Your password for Lodge was changed");
    });

    test("a person takes home what the desk holds about them", async ({ page }) => {
      const person = await someone(page);
      const reference = await aRequest({ by: person, summary: "Take me home" });
      await page.goto("/settings/data");
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download as JSON" }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/);
      const data = JSON.parse(readFileSync(await file.path(), "utf8"));
      expect(data.profile.email).toBe(person.email);
      expect(data.requests).toMatchObject([{ reference, summary: "Take me home" }]);
    });
  });

test("whether a new address has an account shows only in its mail", async ({ page, newVisitor }) => {
  const owner = await aCustomer();
  const other = await newVisitor();
  const [asker, second] = [await someone(page), await someone(other)];
  const free = owner.email.replace("customer-", "stranger-");
  for (const [where, email] of [
    [page, owner.email],
    [other, free],
  ] as const) {
    await where.goto("/settings");
    await askForAddress(where, email);
    await expect(where.getByText(`${email} is not confirmed yet`)).toBeVisible();
  }
  const shown = async (where: Page, person: PersonActor, email: string) =>
    ((await where.getByRole("main").textContent()) ?? "")
      .replaceAll(email, "new@people.test")
      .replaceAll(person.email, "old@people.test")
      // The clock goes on between the two.
      .replace(/at \d\d:\d\d UTC/, "at that time");
  expect(await shown(page, asker, owner.email)).toBe(await shown(other, second, free));
  expect((await mailTo(owner.email)).subject).toBe("This address already has an account at Lodge");
  expect((await mailTo(free)).subject).toBe("Confirm your new email address for Lodge");
});

test("the browser's own time zone is offered where it is another than the one saved", async ({
  newVisitor,
}) => {
  const page = await newVisitor({ timezoneId: "America/New_York" });
  await someone(page);
  await page.goto("/settings");
  await expect(page.getByText("This browser is set to America/New York.")).toBeVisible();
  await page.getByRole("button", { name: "Use it" }).click();
  await expect(page.getByLabel("Time zone")).toBeFocused();
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New_York");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByRole("status")).toContainText("Profile saved.");
  await expect(page.getByText("This browser is set to")).toBeHidden();
});

test("the keyboard alone changes a password, and is led to what is wrong", async ({ page }) => {
  await someone(page);
  await page.goto("/settings/password");
  await page.getByRole("link", { name: "Password" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "My data" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Current password")).toBeFocused();
  await page.keyboard.type("Wrong-lamp 27!");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show current password" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("New password")).toBeFocused();
  await page.keyboard.type("Violet kettle 77 under!");
  await page.keyboard.press("Enter");
  await expectTrouble(page, "Please check your current password.", "That is not your current password.");
  await axe(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Current password")).toBeFocused();
});

test("signed out, the settings lead to the log-in and back", async ({ page }) => {
  for (const path of ["/settings", "/settings/password", "/settings/data", "/settings/data/export"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  }
});
