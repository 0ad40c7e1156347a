import type { Locator, Page } from "@playwright/test";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { assignRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { anAgent, aRequest, moveTo, run } from "../support/factories";

const bar = (page: Page) => page.getByRole("region", { name: "How it stands" });

/** All that the bar shows stands next to each other at the lower edge, as high as a thumb needs, and over nothing else. */
async function expectOneRow(page: Page): Promise<void> {
  const shown = bar(page).locator("xpath=./*[not(@popover)]");
  const places = await Promise.all((await shown.all()).map(one => boxOf(one)));
  const seen = places.filter(({ width }) => width > 1);
  const [whole, size] = [await boxOf(bar(page)), page.viewportSize() ?? { width: 0, height: 0 }];
  expect(whole.y + whole.height).toBeCloseTo(size.height, 0);
  expect(whole.height).toBeLessThan(64);
  let from = 0;
  for (const { x, y, width, height } of seen) {
    expect(x).toBeGreaterThanOrEqual(from);
    expect(y).toBeGreaterThanOrEqual(whole.y);
    expect(y + height).toBeLessThanOrEqual(size.height);
    from = x + width;
  }
  expect(from).toBeLessThanOrEqual(size.width);
  for (const button of await bar(page)
    .locator(":scope > button, :scope > a, :scope > form > button, :scope > .menu > button")
    .all()) {
    const { width, height } = await boxOf(button);
    expect(Math.min(width, height), (await button.textContent()) ?? "").toBeGreaterThanOrEqual(44);
  }
  const status = bar(page).locator(":scope > .status-badge");
  expect(await status.evaluate(one => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(0);
}

async function boxOf(one: Locator) {
  const box = await one.boundingBox();
  if (!box) throw new Error("It is not shown.");
  return box;
}

test("on a phone of 320 px the work bar is one row at the thumb, and its sheet has all the rest", async ({
  page,
  signedInAs,
}) => {
  const me = await signedInAs("agent");
  const other = await anAgent({ name: "Maximiliana Featherstonehaugh" });
  await page.setViewportSize({ width: 320, height: 640 });

  await test.step("while nobody has it, it is claimed with one touch and given away with two", async () => {
    const reference = await aRequest();
    await page.goto(`/agent/requests/${reference}`);
    await page.evaluate(() => document.fonts.ready);
    await expectOneRow(page);
    await axe(page);
    await bar(page)
      .getByRole("button", { name: /^Assigned to/ })
      .click();
    const colleague = bar(page).getByRole("button", { name: other.name, exact: true });
    await colleague.scrollIntoViewIfNeeded();
    await expect(colleague).toBeInViewport();
    await page.keyboard.press("Escape");
    await bar(page).getByRole("button", { name: "Claim" }).click();
    await expect(bar(page).getByRole("button", { name: `Assigned to ${me.name}` })).toBeVisible();
    await expectOneRow(page);
  });

  await test.step("what is in the sheet works: the work is started, and the status says so", async () => {
    await expect(page.getByRole("button", { name: "Start work" })).toBeHidden();
    await bar(page).getByRole("button", { name: "Status, team, priority and tags" }).click();
    await axe(page);
    await bar(page).getByRole("button", { name: "Start work" }).click();
    await expect(bar(page).getByText("In progress")).toBeVisible();
  });

  await test.step("a long name beside each status", async () => {
    const reference = await aRequest();
    await run(me, act => assignRequest(act, { reference, from: null, to: other.id }));
    for (const [by, move, words] of [
      [me, "ask", { body: "Which printer?" }],
      [me, "resolve", { resolution: "done" }],
      [operator, "close", {}],
    ] as const) {
      await moveTo(by, reference, move, words);
      await page.goto(`/agent/requests/${reference}`);
      await page.evaluate(() => document.fonts.ready);
      await expectOneRow(page);
    }
  });
});

test("the line that offers to undo a reply is at the thumb, and leaves the bar in reach", async ({
  page,
  signedInAs,
}) => {
  const me = await signedInAs("agent");
  await db().person.update({ where: { id: me.id }, data: { undoesReplies: true }, select: { id: true } });
  const reference = await aRequest();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(`/agent/requests/${reference}`);
    await page.getByRole("textbox", { name: "Message" }).fill("It is on its way.");
    await page.getByRole("button", { name: "Send reply" }).click();
    const line = page.locator("#undo-reply");
    await expect(line).toBeVisible();
    const [undo, whole] = [await boxOf(line), await boxOf(bar(page))];
    expect(undo.y + undo.height).toBeLessThanOrEqual(whole.y);
    expect(whole.y - undo.y - undo.height).toBeLessThan(24);
    expect(undo.x).toBeGreaterThanOrEqual(0);
    expect(undo.x + undo.width).toBeLessThanOrEqual(width);
    await line.getByRole("button", { name: "Undo" }).click();
    await expect(line).toBeHidden();
  }
});

test("the bar makes room for what one reads on the way down, and is there on the way up, at the end and for the keyboard", async ({
  newVisitor,
  signedInAs,
}) => {
  const page = await newVisitor({ viewport: { width: 390, height: 640 }, hasTouch: true, isMobile: true });
  const me = await signedInAs("agent", page);
  const reference = await aRequest();
  for (let place = 0; place < 8; place++)
    await run(me, act => addNote(act, { reference, body: `What we know, ${place}. `.repeat(20) }));
  await page.goto(`/agent/requests/${reference}`);
  const claim = bar(page).getByRole("button", { name: "Claim" });
  const scroll = (by: number) => page.evaluate(top => scrollBy({ top, behavior: "instant" }), by);
  await expect(claim).toBeInViewport();
  await scroll(300);
  await expect(claim).not.toBeInViewport();
  await scroll(-60);
  await expect(claim).toBeInViewport();
  await scroll(200);
  await expect(claim).not.toBeInViewport();
  await claim.focus();
  await expect(claim).toBeInViewport();
  await claim.blur();
  await expect(claim).not.toBeInViewport();
  await scroll(100_000);
  await expect(claim).toBeInViewport();
});
