import { randomUUID } from "node:crypto";
import { axe } from "../support/axe";
import { makeTestDatabase } from "../support/databases";
import { expect, test } from "../support/e2e";
import { aPdf } from "../support/files";
import { aJpeg, aLogo } from "../support/logos";
import { lodge } from "../support/operator";
import { expectTrouble, logIn, strongPassword } from "../support/walk";

const png = (buffer: Buffer, name = "logo.png") => ({ name, mimeType: "image/png", buffer });

test("admins give the desk a logo and an icon on every server, and take them away again", async ({
  page,
  openDesk,
  newVisitor,
}) => {
  test.slow();
  const DATABASE_URL = await makeTestDatabase(randomUUID().slice(0, 8));
  const one = await openDesk({ DATABASE_URL, WORKER: "off" });
  const two = await openDesk({ DATABASE_URL, WORKER: "off" });
  const person = ["--email", "ada@lodge.test", "--name", "Ada Lee", "--role", "admin", "--password-stdin"];
  await lodge(one, ["person:create", ...person], strongPassword("7"));
  await page.goto(`${one.url}/sign-in?next=/admin/settings`);
  await logIn(page, "ada@lodge.test", strongPassword("7"));
  const card = page.getByRole("region", { name: "Logo and icon" });
  const stranger = await newVisitor();
  const brand = stranger.locator(".brand");

  await test.step("what is no picture is refused at its field", async () => {
    await card.getByLabel("A new logo").setInputFiles(png(aPdf()));
    await expectTrouble(page, "Choose a PNG, JPEG or WebP.");
    await axe(page);
  });

  await test.step("a wide logo takes the place of the name at once, wherever the desk is shown", async () => {
    await card.getByLabel("A new logo").setInputFiles(png(await aLogo({ width: 480, height: 96 })));
    await expect(card.getByText("Saved. It is in effect now.")).toBeVisible();
    const logo = page.getByRole("banner").getByRole("img", { name: "Lodge" });
    await expect(logo).toBeVisible();
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
    await axe(page);
    await expect(async () => {
      await stranger.goto(`${two.url}/sign-in`);
      await expect(brand.getByRole("img", { name: "Lodge" })).toBeVisible({ timeout: 500 });
    }).toPass();
    await axe(stranger);
    await page.goto(one.url);
    await expect(page.getByRole("banner").getByRole("img", { name: "Lodge" })).toBeVisible();
  });

  await test.step("it fits on phones, and is seen in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    for (const path of ["/", "/agent", "/admin/settings"])
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${one.url}${path}`);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${path} ${width}`,
        ).toBeLessThanOrEqual(width);
        const box = await page.getByRole("banner").getByRole("img", { name: "Lodge" }).boundingBox();
        expect(box?.width, `${path} ${width}`).toBeGreaterThan(24);
      }
    const ground = (image: Element) => getComputedStyle(image).backgroundColor;
    expect(await page.getByRole("banner").getByRole("img").evaluate(ground)).toBe("rgb(255, 255, 255)");
    await axe(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("an icon, sent as a file of more than a form's text", async () => {
    const large = Buffer.concat([await aJpeg({ width: 512, height: 512 }), Buffer.alloc(2_000_000)]);
    await card
      .getByLabel("A new icon")
      .setInputFiles({ name: "icon.jpg", mimeType: "image/jpeg", buffer: large });
    await expect(card.getByText("Saved. It is in effect now.")).toBeVisible();
    const icon = page.locator('link[rel="icon"]');
    await expect(icon).toHaveAttribute("href", /^\/api\/pictures\/[0-9a-f]{32}\.png$/);
    const href = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
    const answer = await page.request.get(`${two.url}${href}`);
    expect(answer.headers()).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
  });

  await test.step("both are removed again", async () => {
    await card.getByRole("button", { name: "Remove the logo" }).click();
    await expect(card.getByText("Removed.")).toBeVisible();
    await card.getByRole("button", { name: "Remove the icon" }).click();
    await expect(card.getByRole("button", { name: "Remove the icon" })).toBeHidden();
    await expect(page.getByRole("banner").getByRole("img", { name: "Lodge" })).toHaveCount(0);
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute("href", /mark\.svg/);
    await expect(async () => {
      await stranger.goto(`${two.url}/sign-in`);
      await expect(brand.locator("img")).toHaveCount(0, { timeout: 500 });
    }).toPass();
    await expect(brand).toHaveText("Lodge");
  });
});
