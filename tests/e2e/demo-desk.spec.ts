import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "@/scripts/child";
import { makeTestDatabase } from "../support/databases";
import { expect, test } from "../support/e2e";
import { settingsInUse } from "../support/settings";
import { logIn } from "../support/walk";

type DemoPerson = { role: string; email: string; password: string };

test("a fresh demo desk has no mail that failed, and shows its name and accent everywhere without a new build", async ({
  page,
  openDesk,
}) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), "lodge-demo-"));
  const settings = {
    DATABASE_URL: await makeTestDatabase(randomUUID().slice(0, 8)),
    MAIL_TRANSPORT: "local",
    DESK_NAME: "Harbour help",
    DESK_ACCENT: "#8a1538",
  };
  // As npm start does: the story is loaded before there is a worker.
  const { code, output } = await runScript("load.ts", ["story"], {
    ...settingsInUse(),
    ...settings,
    LODGE_FOLDER: folder,
  });
  expect(code, output).toBe(0);
  const desk = await openDesk({ ...settings, WORKER: "inside" });
  const people: DemoPerson[] = JSON.parse(readFileSync(join(folder, "demo-people.json"), "utf8"));
  rmSync(folder, { recursive: true });
  const admin = people.find(({ role }) => role === "admin");

  await page.goto(`${desk.url}/sign-in?next=/admin/mail`);
  await logIn(page, admin?.email ?? "", admin?.password ?? "");
  await expect(page).toHaveTitle("Mail · Harbour help");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Nothing is waiting: every email has been sent.")).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await expect(page.getByText("No email is held back.")).toBeVisible();
  await expect(page.getByText("No email was given up.")).toBeVisible();

  await expect(page.getByRole("banner")).toContainText("Harbour help");
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent")),
  ).toBe("#8a1538");
  const icon = await page.locator("link[rel=icon]").getAttribute("href");
  const drawn = await page.request.get(`${desk.url}${icon}`);
  expect(drawn.headers()["content-type"]).toBe("image/svg+xml");
  expect(await drawn.text()).toContain('fill="#8a1538"');
  expect(await (await page.request.get(`${desk.url}/favicon.ico`)).text()).toContain('fill="#8a1538"');

  await page.goto(`${desk.url}/mailbox`);
  await expect(page).toHaveTitle("Local mailbox · Harbour help");
  const path = await page
    .getByRole("main")
    .getByRole("link", { name: /Nobody can log in/ })
    .first()
    .getAttribute("href");
  const mail = await (await page.request.get(`${desk.url}${path}/html`)).text();
  expect(mail).toContain("Harbour help");
  expect(mail).toContain("#8a1538");
  await page.goto(`${desk.url}${path}`);
  const frame = page.locator("iframe");
  await expect
    .poll(() =>
      frame.evaluate((shown: HTMLIFrameElement) => {
        const { scrollHeight } = shown.contentDocument?.body ?? {};
        return scrollHeight === Math.round(shown.getBoundingClientRect().height);
      }),
    )
    .toBe(true);
});
