import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { commentsOf } from "../support/records";

const unknown = "f".repeat(42);

test("a page left open over an upgrade says so next to the form, and keeps what was typed", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 409/);
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const box = page.getByLabel("Your comment");
  await box.fill("Half an hour of typing");
  await page.route(`**/requests/${reference}`, route => {
    const headers = route.request().headers();
    return route.continue({
      headers: headers["next-action"] ? { ...headers, "next-action": unknown } : headers,
    });
  });
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The desk was updated");
  await expect(box).toHaveValue("Half an hour of typing");
  expect(await commentsOf(reference)).toEqual([]);

  await page.unrouteAll();
  await page.reload();
  await expect(box).toHaveValue("Half an hour of typing");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("article").getByText("Half an hour of typing")).toBeVisible();
});

test("without script it leads to a page that says so and shows what was typed", async ({
  newVisitor,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 409/);
  const page = await newVisitor({ javaScriptEnabled: false });
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  await signIn(page, customer);
  await page.goto(`/requests/${reference}`);
  await page.getByLabel("Your comment").fill("Half an hour of typing");
  await page.route(`**/requests/${reference}`, route => {
    const body = route.request().postDataBuffer()?.toString("latin1");
    return route.continue(
      body ? { postData: Buffer.from(body.replaceAll(/[0-9a-f]{42}/g, unknown), "latin1") } : {},
    );
  });
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("heading", { name: "This page is out of date" })).toBeVisible();
  await expect(page.getByLabel("Your text")).toHaveValue("Half an hour of typing");
  expect(await commentsOf(reference)).toEqual([]);
  await page.getByRole("link", { name: "Open the page again" }).click();
  await expect(page).toHaveURL(`/requests/${reference}`);
});
