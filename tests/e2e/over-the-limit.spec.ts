import { env } from "@/lib/env";
import type { LimitName } from "@/lib/limits";
import { limits } from "@/lib/limits";
import { spend, trySpending } from "@/lib/rate-limit";
import { isTooMany } from "@/lib/refusal";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";

/** Uses up what somebody may do in this window. */
async function useUp(name: LimitName, { id }: { id: string }): Promise<void> {
  await trySpending(name, id, limits[name].most(env()));
  expect(await spend(name, id).catch(isTooMany)).toBe(true);
}

for (const javaScriptEnabled of [true, false])
  test(`who writes more than the desk allows keeps the words and is told the wait ${javaScriptEnabled ? "with" : "without"} script`, async ({
    newVisitor,
  }) => {
    const page = await newVisitor({ javaScriptEnabled });
    const person = await aCustomer();
    const reference = await aRequest({ by: person });
    await signIn(page, person);
    await page.goto(`/requests/${reference}`);
    await useUp("write", person);
    await page.getByLabel("Your comment").fill("One more word.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(
      page
        .getByText("That is more than the desk takes at once. Please wait 60 minutes and try again.")
        .first(),
    ).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("One more word.");
  });

test("who searches more than the desk allows sees a calm page with the wait, and the list itself goes on", async ({
  page,
  signedInAs,
}) => {
  const person = await signedInAs("customer");
  await aRequest({ by: person, summary: "The lamp flickers" });
  await page.goto("/requests?q=lamp");
  await expect(page.getByText("The lamp flickers").first()).toBeVisible();
  await useUp("search", person);
  await page.goto("/requests?q=lamp");
  await expect(page.getByRole("heading", { name: "Please wait a moment" })).toBeVisible();
  await expect(page.getByText(/You can repeat this one in \d+ seconds/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Search again" })).toHaveAttribute("href", /q=lamp/);
  await axe(page);
  await page.goto("/requests");
  await expect(page.getByText("The lamp flickers")).toBeVisible();
});

test("an agent who searches more than the desk allows sees the wait as well, and the queue goes on", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  await useUp("search", agent);
  await page.goto("/agent?q=lamp");
  await expect(page.getByRole("heading", { name: "Please wait a moment" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Search again" })).toHaveAttribute("href", /agent.*q=lamp/);
  await axe(page);
  await page.goto("/agent");
  await expect(page.getByRole("searchbox", { name: "Search all requests" })).toBeVisible();
});

for (const [name, path] of [
  ["exportList", "/requests/export.csv"],
  ["exportMyData", "/settings/data/export"],
] as const)
  test(`a download over its limit says 429, and in Retry-After how long to wait: ${path}`, async ({
    page,
    signedInAs,
  }) => {
    const person = await signedInAs("customer");
    await useUp(name, person);
    const answer = await page.request.get(path);
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(3_000);
    expect(await answer.text()).toMatch(/Please wait 60 minutes/);
  });

test("who raises more than the desk allows keeps the form", async ({ page, signedInAs }) => {
  const person = await signedInAs("customer");
  await useUp("raise", person);
  await page.goto("/catalog/other-manual-request");
  await page.getByLabel(/^Summary/).fill("One more");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(
    page.getByText("That is more than the desk takes at once. Please wait 60 minutes and try again."),
  ).toBeVisible();
  await expect(page.getByLabel(/^Summary/)).toHaveValue("One more");
});
