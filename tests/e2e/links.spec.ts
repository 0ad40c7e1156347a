import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { comment, savedDraft } from "../support/walk";

/** The addresses that the router fetches, one per page that it asks for. */
function fetchedBy(page: Page): string[] {
  const fetched: string[] = [];
  page.on("request", request => {
    const headers = request.headers();
    const { pathname, searchParams } = new URL(request.url());
    searchParams.delete("_rsc");
    if (headers.rsc === "1" && !headers["next-router-segment-prefetch"])
      fetched.push(`${pathname}${searchParams.size > 0 ? `?${searchParams}` : ""}`);
  });
  return fetched;
}

/** Marks the document, to see later whether it is still the same. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("data-same", "yes"));
const expectSame = (page: Page) => expect(page.locator("html[data-same]")).toHaveCount(1);
const expectNew = (page: Page) => expect(page.locator("html:not([data-same])")).toHaveCount(1);

test("a request is there as soon as its link is clicked, and the list when one goes back", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  await page.goto("/requests?show=open");
  const fetched = fetchedBy(page);
  await mark(page);
  const link = page.getByRole("link", { name: "The lamp flickers" });
  await link.hover();
  await expect.poll(() => fetched).toEqual([`/requests/${reference}`]);
  await link.hover({ position: { x: 3, y: 3 } });
  await link.click();
  await expect(page.getByRole("heading", { name: "The lamp flickers" })).toBeVisible();
  await page.goBack();
  await expect(link).toBeVisible();
  await expectSame(page);
  expect(fetched.filter(address => !address.startsWith("/requests?"))).toEqual([`/requests/${reference}`]);
});

test("what would spend a search, or what a form may change, is not fetched ahead; nor is anything to save data", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  await aRequest({ by: customer, summary: "The lamp flickers" });
  const fetched = fetchedBy(page);
  await page.goto("/");
  await page.getByRole("link", { name: "Other / Manual Request" }).hover();
  await page.goto("/requests?q=lamp");
  await page.getByRole("columnheader").getByRole("link").first().hover();
  await page.evaluate(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.getByRole("link", { name: "The lamp flickers" }).hover();
  await page.getByRole("link", { name: "Raise a request" }).first().click();
  await expect(page.getByRole("heading", { name: "How can we help?" })).toBeVisible();
  expect(fetched).toEqual(["/"]);
});

test("a click with Ctrl, a place on a page and a link that wants it get a document of their own", async ({
  page,
  context,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  await page.goto("/requests?show=open");
  await mark(page);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "The lamp flickers" }).click({ modifiers: ["ControlOrMeta"] });
  await (await opened).close();
  await expect(page).toHaveURL("/requests?show=open");
  await page.getByRole("link", { name: "The lamp flickers" }).click();
  await expectSame(page);
  await page.getByRole("link", { name: /^Notifications/ }).click();
  await page.getByRole("link", { name: "All notifications" }).click();
  await expect(page.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  await expectNew(page);
  await page.goto(`/requests/${reference}`);
  await mark(page);
  await page.getByRole("link", { name: "Skip to content" }).press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await expectSame(page);
});

test("what was typed or sent is there when one comes back to a page that was fetched before", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  await aRequest({ by: customer, summary: "The lamp flickers" });
  await page.goto("/requests?show=open");
  const link = page.getByRole("link", { name: "The lamp flickers" });
  const list = page
    .getByRole("navigation", { name: "Breadcrumb" })
    .getByRole("link", { name: "Your requests" });
  await link.hover();
  await link.click();
  await page.getByLabel("Your comment").fill("It is the switch.");
  await savedDraft(page);
  await list.click();
  await link.hover();
  await link.click();
  await expect(page.getByLabel("Your comment")).toHaveValue("It is the switch.");

  await page.getByLabel("Your comment").fill("");
  await comment(page, "It was the switch.");
  expect(await db().draft.count({ where: { personId: customer.id } })).toBe(0);
  await list.click();
  await link.hover();
  await link.click();
  await expect(page.getByRole("article").getByText("It was the switch.")).toBeVisible();
});

test("icons come from one file that browsers keep, also where the browser draws them", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  const asked: string[] = [];
  page.on("request", request => asked.push(new URL(request.url()).pathname));
  await page.goto("/agent");
  const sizes = () =>
    page
      .locator("header svg:visible use")
      .evaluateAll(icons => icons.map(icon => (icon as SVGGraphicsElement).getBBox().width));
  await expect.poll(sizes).not.toContain(0);
  expect(asked.filter(path => path === "/icons.svg")).toHaveLength(1);
  const address = await page.locator("use").first().getAttribute("href");
  const { headers } = { headers: (await page.request.get(address ?? "")).headers() };
  expect(headers["cache-control"]).toContain("immutable");
  expect(headers["content-type"]).toBe("image/svg+xml");
});
