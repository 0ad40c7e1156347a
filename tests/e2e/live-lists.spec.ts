import type { Page } from "@playwright/test";
import type { PersonActor } from "@/lib/actor";
import { assignRequest } from "@/lib/desk/assignment";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { anAgent, aRequest, moveTo, requesterOf, run } from "../support/factories";
import { answer, chooseFilter, comment } from "../support/walk";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const myQueue = "/agent?status=open&assigned=me";
const news = "New activity · Refresh";
const changed = (count: number) => `${count} changed · Show`;

async function assigned(agent: PersonActor, hours: number): Promise<string> {
  const reference = await aRequest({ at: hoursAgo(hours) });
  await run(agent, act => assignRequest(act, { reference, from: null, to: agent.id }));
  return reference;
}

const rowOf = (page: Page, reference: string) => page.getByRole("row").filter({ hasText: reference });
/** Away from the list. */
const letGo = (page: Page) => page.mouse.move(2, 2);

test("an open queue follows what a colleague and a customer do row by row, and keeps what was chosen above it", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const agent = await signedInAs("agent");
  const reference = await assigned(agent, 2);
  await assigned(agent, 1);
  await page.goto(myQueue);
  await letGo(page);
  await chooseFilter(page, "Status", "Resolved");
  const asked: string[] = [];
  const askedAt: number[] = [];
  page.on("request", request => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/queue") asked.push(searchParams.get("told") ?? "");
    if (pathname === "/api/queue") askedAt.push(performance.now());
  });
  const colleague = await newVisitor();
  await signedInAs("agent", colleague);
  await colleague.goto(`/agent/requests/${reference}`);
  await answer(colleague, "Public reply", "We are on it.", "Send reply");
  await expect(rowOf(page, reference)).toContainText("In progress");
  await expect(rowOf(page, reference)).toContainText("the customer’s turn");

  const customer = await newVisitor();
  await signIn(customer, await requesterOf(reference));
  await customer.goto(`/requests/${reference}`);
  await comment(customer, "Thank you.");
  await expect(rowOf(page, reference)).not.toContainText("the customer’s turn");
  await expect(rowOf(page, reference)).toContainText("Thank you.");
  await expect(page.getByRole("combobox", { name: "Status", exact: true })).toHaveValue("resolved");
  await expect(page.getByRole("button", { name: /Show|Refresh/ })).toHaveCount(0);
  expect(asked).toContain(reference);
  // Two changes at once are asked for one after the other.
  const before = askedAt.length;
  await moveTo(agent, reference, "resolve", { resolution: "done" });
  await expect.poll(() => askedAt.length).toBeGreaterThan(before);
  await moveTo(agent, reference, "reopen");
  await expect.poll(() => askedAt.length).toBeGreaterThan(before + 1);
  // A little less, because the request is seen here later than it was made there.
  for (const [place, at] of askedAt.slice(1).entries())
    expect(at - (askedAt[place] ?? 0)).toBeGreaterThan(1_800);
});

for (const use of ["pointer", "focus", "selection"] as const)
  test(`nothing moves in a list that has the ${use}: rows change where they stand, and the others come once it is let go, or by its button`, async ({
    page,
    signedInAs,
  }) => {
    test.slow();
    const agent = await signedInAs("agent");
    const [reference, second] = [await assigned(agent, 2), await assigned(agent, 1)];
    await page.goto(myQueue);
    const link = page.getByRole("link", { name: reference });
    const box = page.getByRole("checkbox", { name: `Select ${reference}` });
    const takeHold = () =>
      use === "pointer" ? link.hover() : use === "focus" ? link.focus() : box.setChecked(true);
    const release = async () => {
      if (use === "pointer") return letGo(page);
      if (use === "selection") await box.setChecked(false);
      await page.getByRole("combobox", { name: "Status", exact: true }).focus();
      await letGo(page);
    };
    await letGo(page);
    await takeHold();
    if (use === "selection") await letGo(page);
    const before = await link.boundingBox();
    const fresh = await assigned(agent, 3);
    const button = (count: number) => page.getByRole("button", { name: changed(count) });
    await expect(button(1)).toBeVisible();
    await expect(rowOf(page, fresh)).toHaveCount(0);
    const tab = page
      .getByRole("navigation", { name: "Which requests" })
      .getByRole("link", { name: "Mine 3" });
    await expect(tab).toBeVisible();
    await moveTo(agent, second, "resolve", { resolution: "done" });
    await expect(rowOf(page, second)).toContainText("No longer in this view");
    await expect(rowOf(page, second)).toContainText("Resolved");
    await expect(button(2)).toBeVisible();
    await moveTo(agent, reference, "start");
    await expect(rowOf(page, reference)).toContainText("In progress");
    expect(await link.boundingBox()).toEqual(before);
    if (use === "focus") await expect(link).toBeFocused();
    if (use === "selection") await expect(box).toBeChecked();
    await axe(page);
    await release();
    await expect(rowOf(page, fresh)).toBeVisible();
    await expect(rowOf(page, second)).toHaveCount(0);
    await expect(page.getByRole("button", { name: /Show$/ })).toHaveCount(0);

    await takeHold();
    const last = await assigned(agent, 4);
    await button(1).click();
    await expect(rowOf(page, last)).toBeVisible();
  });

test("a row of which text is being selected waits until that is over, while the others change", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const [first, second] = [await assigned(agent, 2), await assigned(agent, 1)];
  await page.goto(myQueue);
  const summary = rowOf(page, first).getByRole("link").last();
  const words = (await summary.textContent()) ?? "";
  const selected = () => page.evaluate(() => String(getSelection()));
  await summary.evaluate(link => getSelection()?.selectAllChildren(link));
  expect(await selected()).toContain(words);
  await moveTo(agent, first, "resolve", { resolution: "done" });
  await moveTo(agent, second, "start");
  await expect(rowOf(page, second)).toContainText("In progress");
  await expect(page.getByRole("button", { name: changed(1) })).toBeVisible();
  await expect(rowOf(page, first)).not.toContainText(/Resolved|No longer/);
  expect(await selected()).toContain(words);
  await page.keyboard.press("Control+c");
  expect(await selected()).toContain(words);
  // Within the list, so that it is not drawn again.
  await rowOf(page, second).getByText("In progress").click();
  await expect(rowOf(page, first)).toContainText("Resolved");
  await expect(rowOf(page, first)).toContainText("No longer in this view");
});

test("an open list of one's own follows the desk, leaves the search box alone, and asks at most every five seconds", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const agent = await anAgent();
  const [first, second] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
  const askedAt: number[] = [];
  await page.goto("/requests?show=open");
  page.on("request", request => {
    const headers = request.headers();
    if (headers.rsc === "1" && !headers["next-router-prefetch"]) askedAt.push(performance.now());
  });
  await letGo(page);
  const box = page.getByRole("searchbox");
  await box.fill("half a wo");
  await moveTo(agent, first, "ask", { body: "Which one?" });
  await expect(rowOf(page, first)).toContainText("Waiting for you");
  await moveTo(agent, second, "ask", { body: "Which one?" });
  await expect(rowOf(page, second)).toContainText("Waiting for you");
  await expect(box).toHaveValue("half a wo");
  await expect(box).toBeFocused();
  const pauses = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
  expect(pauses.length).toBeGreaterThan(0);
  // A little less, because the request is seen here later than it was made there.
  for (const pause of pauses) expect(pause).toBeGreaterThan(4_500);
});

test("a list that was searched says that there is news, and spends no search by itself", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lantern flickers" });
  await page.goto("/requests?q=lantern");
  await letGo(page);
  await moveTo(await anAgent(), reference, "start");
  await page.getByRole("button", { name: news }).click();
  await expect(rowOf(page, reference)).toContainText("In progress");
});

test("the stream of a list is for people who are logged in, and that of the queue for agents", async ({
  page,
  signedInAs,
}) => {
  const at = (list: string) => page.request.get(`/api/live/now?list=${list}`);
  for (const list of ["own", "queue"]) expect((await at(list)).status()).toBe(401);
  await signedInAs("customer");
  expect(await (await at("own")).json()).toEqual({ unread: 0, stamp: "0" });
  for (const list of ["queue", "all", ""]) {
    expect((await at(list)).status(), list).toBe(404);
    expect((await page.request.get(`/api/live?list=${list}`)).status(), list).toBe(404);
  }
  await signedInAs("agent");
  expect(await (await at("queue")).json()).toMatchObject({ stamp: expect.stringMatching(/^[1-9]/) });
});
