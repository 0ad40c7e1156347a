import type { Locator, Page } from "@playwright/test";
import { aCategory, aType } from "../support/catalog";
import { expect, signIn, test } from "../support/e2e";
import { anAdmin } from "../support/factories";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function middleOf(one: Locator) {
  const { x, y, width, height } = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2, height };
}

/** Puts a finger on a grip, and moves it over the upper half of another row, where it can be seen to be. */
async function drag(page: Page, grip: Locator, row: Locator): Promise<() => Promise<unknown>> {
  const touch = await page.context().newCDPSession(page);
  const send = (
    type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel",
    touchPoints: { x: number; y: number }[],
  ) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [await middleOf(grip), await middleOf(row)];
  const x = from.x;
  await send("touchStart", [{ x, y: from.y }]);
  await send("touchMove", [{ x, y: (from.y + to.y) / 2 }]);
  await send("touchMove", [{ x, y: to.y - to.height / 4 }]);
  await expect(row).toHaveClass(/over/);
  return () => send("touchEnd", []);
}

test("on a phone a finger drags questions and request types by their grips, and buttons for it are as large as a thumb", async ({
  newVisitor,
}) => {
  test.slow();
  const mark = String(Date.now());
  const category = await aCategory(`Pier ${mark}`);
  const slug = await aType({ name: `One ${mark}`, category });
  for (const name of ["Two", "Three"]) await aType({ name: `${name} ${mark}`, category });
  const page = await newVisitor(phone);
  await signIn(page, await anAdmin());

  await test.step("questions, which can be undone", async () => {
    await page.goto(`/admin/catalog/types/${slug}/form`);
    for (const label of ["Which bike?", "Since when?"]) {
      await page.getByRole("button", { name: "Add question" }).click();
      await page.getByLabel("Label", { exact: true }).fill(label);
    }
    await page.getByRole("button", { name: /^Since when/ }).click();
    const labels = page.locator(".question-open > span:first-child");
    await expect(labels).toHaveText(["How can we help?", "Which bike?", "Since when?"]);
    const grip = page.getByRole("button", { name: "Move Since when?", exact: true });
    const up = page.getByRole("button", { name: "Move Since when? up" });
    for (const one of [grip, up]) {
      const { width, height } = (await one.boundingBox()) ?? { width: 0, height: 0 };
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await grip.tap();
    const drop = await drag(page, grip, page.locator(".question-rows > li").first());
    await drop();
    await expect(labels).toHaveText(["Since when?", "How can we help?", "Which bike?"]);
    await expect(page.getByText("Put Since when? down: place 1 of 3.")).toBeAttached();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(labels).toHaveText(["How can we help?", "Which bike?", "Since when?"]);
    await expect(page.getByText("Draft saved")).toBeVisible();
  });

  await test.step("request types, which are where they were put when one comes back", async () => {
    await page.goto("/admin/catalog");
    const board = page.getByRole("region", { name: `Pier ${mark}` });
    const names = board.getByRole("listitem").getByRole("link");
    await expect(names).toHaveText([`One ${mark}`, `Two ${mark}`, `Three ${mark}`]);
    const drop = await drag(
      page,
      board.getByRole("button", { name: `Move Three ${mark}`, exact: true }),
      board.getByRole("listitem").filter({ hasText: `One ${mark}` }),
    );
    await drop();
    await expect(names).toHaveText([`Three ${mark}`, `One ${mark}`, `Two ${mark}`]);
    await expect(page.locator(".board")).not.toHaveAttribute("aria-busy", "true");
    await page.reload();
    await expect(names).toHaveText([`Three ${mark}`, `One ${mark}`, `Two ${mark}`]);
    await page.goto(`/admin/catalog/categories/${category}`);
    await page.getByRole("button", { name: "Archive category" }).click();
    await expect(page.getByText("It was archived.")).toBeVisible();
  });
});
