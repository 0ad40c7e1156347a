import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { makeTestDatabase } from "../support/databases";
import { expect, test } from "../support/e2e";
import { lodge } from "../support/operator";
import { expectTrouble, logIn, strongPassword } from "../support/walk";

async function openSettings(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-in?next=/admin/settings`);
  await logIn(page, email, strongPassword("7"));
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
}

test("admins make the desk their own on two servers, and are told what the other has changed", async ({
  page,
  openDesk,
  newVisitor,
}) => {
  test.slow();
  const DATABASE_URL = await makeTestDatabase(randomUUID().slice(0, 8));
  const one = await openDesk({ DATABASE_URL, WORKER: "off", FILE_MAX_MB: "12" });
  const two = await openDesk({ DATABASE_URL, WORKER: "off" });
  for (const name of ["Ada Lee", "Bo Berg"]) {
    const email = `${name.slice(0, 2).trim().toLowerCase()}@lodge.test`;
    const person = ["--email", email, "--name", name, "--role", "admin", "--password-stdin"];
    await lodge(one, ["person:create", ...person], strongPassword("7"));
  }
  const bo = await newVisitor();
  await openSettings(page, one.url, "ad@lodge.test");
  await openSettings(bo, two.url, "bo@lodge.test");
  const desk = page.getByRole("region", { name: "The desk" });

  await test.step("name and accent, which is looked at before it is chosen", async () => {
    await desk.getByLabel("Name").fill("Harbour help");
    await desk.getByLabel("Accent colour", { exact: true }).fill("#ffd400");
    await expect(desk.getByRole("status")).toContainText("White text on this colour has a contrast of 1.4");
    await axe(page);
    await desk.getByLabel("Accent colour", { exact: true }).fill("8a1538");
    await expect(desk.getByRole("status")).toBeHidden();
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText("Saved. It is in effect now.")).toBeVisible();
    await expect(page.getByRole("banner")).toContainText("Harbour help");
    const accent = () => getComputedStyle(document.documentElement).getPropertyValue("--accent");
    expect(await page.evaluate(accent)).toBe("#8a1538");
    await expect(page).toHaveTitle("Settings · Harbour help");
    await expect(desk.getByLabel("Accent colour", { exact: true })).toHaveValue("#8a1538");
  });

  await test.step("what cannot be is refused at its field, and what the environment sets is shown", async () => {
    const accent = desk.getByLabel("Accent colour", { exact: true });
    await accent.fill("blue");
    await desk.getByRole("button", { name: "Save" }).click();
    await expectTrouble(page, "Enter a colour as # and six digits");
    await expect(desk.getByText("Saved. It is in effect now.")).toBeHidden();
    // The first letter that mends it is not lost.
    await accent.fill("#8a1538");
    await expect(accent).toHaveValue("#8a1538");
    const requests = page.getByRole("region", { name: "Requests" });
    await requests.getByLabel("Days to re-open").fill("0");
    await requests.getByRole("button", { name: "Save" }).click();
    await expectTrouble(page, "Enter a whole number from 1 to 3,650.");
    await requests.getByLabel("Reference prefix").fill("hh");
    await requests.getByLabel("Days to re-open").fill("14");
    await requests.getByRole("button", { name: "Save" }).click();
    await expect(requests.getByText("Used before: LDG")).toBeVisible();
    await expect(page.getByText("Set by FILE_MAX_MB in the environment")).toBeVisible();
    await expect(page.getByLabel("Megabytes per file")).toHaveCount(0);
  });

  await test.step("a colleague on the other server is told, and keeps what they typed", async () => {
    const theirs = bo.getByRole("region", { name: "The desk" });
    await theirs.getByLabel("Name").fill("Lighthouse");
    await theirs.getByRole("button", { name: "Save" }).click();
    await expectTrouble(bo, "Ada Lee has changed this meanwhile to “Harbour help”");
    await expect(theirs.getByLabel("Name")).toHaveValue("Lighthouse");
    await axe(bo);
    await theirs.getByRole("button", { name: "Save" }).click();
    await expect(theirs.getByText("Saved. It is in effect now.")).toBeVisible();
    await page.reload();
    await expect(page).toHaveTitle("Settings · Lighthouse");
    // Only what they changed is theirs.
    await bo.reload();
    await expect(bo.getByLabel("Reference prefix")).toHaveValue("HH");
    await expect(theirs.getByLabel("Accent colour", { exact: true })).toHaveValue("#8a1538");
  });

  await test.step("what everyone is told, and links at the bottom of pages", async () => {
    const announcement = page.getByRole("region", { name: "Announcement" });
    await announcement.getByLabel("Text").fill("The desk moves on Sunday.");
    await announcement.getByLabel("From").fill("2100-01-01T08:00");
    await announcement.getByRole("button", { name: "Save" }).click();
    await expect(announcement.getByText(/It will be shown from .*2100/)).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Announcement" })).toBeHidden();
    await announcement.getByLabel("From").fill("2026-01-01T08:00");
    await announcement.getByRole("button", { name: "Save" }).click();
    await expect(announcement.getByText("Saved. It is in effect now.")).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Announcement" })).toHaveText(
      "The desk moves on Sunday.",
    );
    const links = page.getByRole("region", { name: "Legal links" });
    await links.getByLabel("Imprint").fill("javascript:alert(1)");
    await links.getByRole("button", { name: "Save" }).click();
    await expectTrouble(page, "Enter an address such as");
    await links.getByLabel("Imprint").fill("https://example.org/imprint");
    await links.getByRole("button", { name: "Save" }).click();
    await expect(links.getByText("Saved. It is in effect now.")).toBeVisible();
    const signUp = page.getByRole("region", { name: "Sign-up" });
    await signUp.getByText("Addresses of these domains", { exact: true }).click();
    await signUp.getByRole("button", { name: "Save" }).click();
    await expectTrouble(page, "Enter at least one domain.");
    await signUp.getByRole("textbox", { name: "Domains" }).fill("harbour.test");
    await signUp.getByRole("button", { name: "Save" }).click();
    await expect(signUp.getByText("Saved. It is in effect now.")).toBeVisible();
  });

  await test.step("the languages that people can choose, the desk's own among them", async () => {
    await page.goto(`${one.url}/admin/settings`);
    const languages = desk.getByRole("group", { name: "Languages" });
    await languages.getByLabel("English").uncheck();
    await desk.getByRole("button", { name: "Save" }).click();
    await expectTrouble(page, "Choose the desk’s own language, too");
    await expect(languages.getByLabel("English")).not.toBeChecked();
    await languages.getByLabel("English").check();
    await languages.getByLabel("Arabic").uncheck();
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText("Saved. It is in effect now.")).toBeVisible();
    await expect(languages.getByLabel("Arabic")).not.toBeChecked();
    await axe(page);
    await bo.goto(`${two.url}/settings`);
    const offered = bo.getByLabel("Language").getByRole("option");
    await expect(offered.filter({ hasText: "Deutsch" }).first()).toBeAttached();
    await expect(offered.filter({ hasText: "العربية" })).toHaveCount(0);
    await bo.goto(`${two.url}/admin/settings`);
  });

  await test.step("on a phone, in the dark, and for strangers", async () => {
    await bo.emulateMedia({ colorScheme: "dark" });
    for (const width of [1280, 390, 320]) {
      await bo.setViewportSize({ width, height: 800 });
      expect(await bo.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(
        width,
      );
    }
    await axe(bo);
    const stranger = await newVisitor();
    await expect(async () => {
      await stranger.goto(`${one.url}/sign-in`);
      await expect(stranger).toHaveTitle("Log in · Lighthouse", { timeout: 500 });
    }).toPass();
    await expect(stranger.getByText("The desk moves on Sunday.")).toBeVisible();
    await expect(stranger.getByRole("link", { name: "Imprint" })).toHaveAttribute(
      "href",
      "https://example.org/imprint",
    );
    await stranger.goto(`${two.url}/sign-up`);
    await expect(
      stranger.getByText(/addresses at harbour\.test, and for people who were invited/),
    ).toBeVisible();
    await axe(stranger);
  });
});
