import { expect, test } from "../support/e2e";
import { layCable } from "../support/cable";
import { aPersonOn } from "../support/operator";
import { aRequest } from "../support/factories";
import { settingsInUse } from "../support/settings";

test("cable", async ({ page, openDesk, signedInAs, allowConsoleError }) => {
  allowConsoleError(/503/);
  const cable = await layCable(settingsInUse().DATABASE_URL);
  const desk = await openDesk({ DATABASE_URL: cable.url });
  const c = await signedInAs("customer");
  const ref = await aRequest({ by: c });
  await page.goto(`${desk.url}/requests`);
  await expect(page.getByRole("link", { name: ref })).toBeVisible();
  cable.cut();
  const r = await page.goto(`${desk.url}/requests`);
  console.log(r?.status(), page.url(), (await page.locator("body").innerText()).slice(0, 300));
  cable.mend();
  await page.goto(`${desk.url}/requests`);
  await expect(page.getByRole("link", { name: ref })).toBeVisible();
  console.log(desk.log().slice(0, 1500));
  await cable.remove();
});
test("own", async ({ newVisitor, openDesk }) => {
  const desk = await openDesk({ ownDatabase: true, MAIL_TRANSPORT: "local", DESK_NAME: "Elsewhere" });
  const who = await aPersonOn(desk, "agent");
  const page = await newVisitor({ javaScriptEnabled: false });
  await page.goto(`${desk.url}/sign-in`);
  await page.getByLabel(/e-mail/i).fill(who.email);
  await page.getByLabel(/password/i).first().fill(who.password);
  await page.locator("form button[type=submit]").last().click();
  await page.goto(`${desk.url}/agent`);
  console.log(page.url(), (await page.locator("body").innerText()).slice(0, 300));
});
