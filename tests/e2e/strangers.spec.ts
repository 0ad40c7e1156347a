import { suspendPerson } from "@/lib/accounts/operator";
import { operator } from "@/lib/actor";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, run } from "../support/factories";
import { logIn } from "../support/walk";

test("a stranger finds nothing, in any spelling and by any door", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const reference = await aRequest();
  await signedInAs("customer");
  for (const path of [
    `/requests/${reference}`,
    `/requests/${reference.toLowerCase()}`,
    `/requests/${reference}/received`,
    `/agent/requests/${reference}`,
    "/agent",
    "/requests/LDG-0",
    "/requests/nonsense",
    "/catalog/no-such-type",
    "/mailbox",
    "/mailbox/01a20ad9-6e93-73bb-9106-c8f058b8bcd6/html",
    "/api/jobs",
  ])
    expect((await page.request.get(path)).status(), path).toBe(404);
  await page.goto(`/requests/${reference}`);
  await axe(page);
});

test("whoever is signed out sees no request, and is led back after logging in", async ({ page }) => {
  const password = "Harbour-lamp 27 quietly!";
  const customer = await aCustomer({ password });
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  await expect(page).toHaveURL(`/sign-in?next=%2Frequests%2F${reference}`);
  await page.getByLabel("Email address").fill(customer.email);
  await page.getByLabel(/^Password/).fill("Wrong-lamp 27 quietly!");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("The email address or the password is not right.")).toBeVisible();
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(`/requests/${reference}`);
});

test("nobody is led to another site by logging in", async ({ page }) => {
  const password = "Harbour-lamp 27 quietly!";
  const { email } = await aCustomer({ password });
  await page.goto("/sign-in?next=//evil.test/x");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/");
});

test("nonsense in an address never breaks a page", async ({ page, signedInAs, allowConsoleError }) => {
  allowConsoleError(/status of 40[04]/);
  await signedInAs("agent");
  for (const path of [
    "/requests?before=nonsense",
    "/requests?show[]=x&show=open&show=all",
    "/requests?show=__proto__",
    "/agent?after=x~y&status=nonsense&assigned=me&assigned=nobody",
    `/?q=${"x".repeat(3_000)}`,
    "/?q=%27%22%3Cscript%3E&q=2",
    "/requests/%00",
    "/requests/%E0%A4%A",
    "/catalog/__proto__",
    "/sign-up/confirm/x",
    "/set-password/%22",
  ])
    expect((await page.goto(path))?.status() ?? 0, path).toBeLessThan(500);
});

test("logging out ends the visit for a copied cookie too", async ({ page, newVisitor, signedInAs }) => {
  await signedInAs("customer");
  await page.goto("/requests");
  const thief = await newVisitor({ javaScriptEnabled: false });
  await thief.context().addCookies(await page.context().cookies());
  await thief.goto("/requests");
  await expect(thief).toHaveURL("/requests");
  await page.getByRole("button", { name: /account menu/ }).click();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You are logged out.")).toBeVisible();
  await thief.goto("/requests");
  await expect(thief).toHaveURL(/sign-in/);
});

test("logging in ends the visit that this browser was in before, for a copied cookie too", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const password = "Harbour-lamp 27 quietly!";
  const { email } = await aCustomer({ password });
  await page.goto("/sign-in");
  await signedInAs("customer");
  const thief = await newVisitor({ javaScriptEnabled: false });
  await thief.context().addCookies(await page.context().cookies());
  await logIn(page, email, password);
  await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible();
  await thief.goto("/requests");
  await expect(thief).toHaveURL(/sign-in/);
});

test("a suspended person is out at the next click", async ({ newVisitor, signedInAs }) => {
  const page = await newVisitor({ javaScriptEnabled: false });
  const person = await signedInAs("agent", page);
  await page.goto("/agent");
  await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
  await run(operator, act => suspendPerson(act, person.email));
  await page.goto("/agent");
  await expect(page).toHaveURL(/sign-in/);
});

test("a form that another site sends is refused, whoever it is sent for, and so is one beyond all measure", async ({
  page,
  signedInAs,
  newVisitor,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  const plain = await newVisitor({ javaScriptEnabled: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto(`/requests/${reference}`);
  const fields = await plain
    .locator("form#comment input")
    .evaluateAll(inputs =>
      inputs.map(input => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    );
  const send = (origin: string, site: string) =>
    page.request.post(`/requests/${reference}`, {
      headers: { origin, "sec-fetch-site": site },
      multipart: { ...Object.fromEntries(fields), body: "sent from elsewhere" },
      maxRedirects: 0,
    });
  expect((await send("https://evil.test", "cross-site")).status()).toBe(403);
  expect((await send("null", "cross-site")).status()).toBe(403);
  await send(new URL(plain.url()).origin, "cross-site");
  const tooMuch = await page.request.post(`/requests/${reference}`, { data: "x".repeat(1_100_000) });
  expect(tooMuch.status()).toBe(413);
  await page.goto(`/requests/${reference}`);
  await expect(page.getByText("sent from elsewhere")).toHaveCount(0);
  await send(new URL(plain.url()).origin, "same-origin");
  await page.reload();
  await expect(page.getByText("sent from elsewhere")).toBeVisible();
});
