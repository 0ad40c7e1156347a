import { suspendPerson } from "@/lib/accounts/operator";
import { changeProfile } from "@/lib/accounts/profile";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { anAgent, aRequest, moveTo, requesterOf, run } from "../support/factories";
import { rowOf } from "../support/records";

test("news appears on an open page without moving what is being typed, and asks once before it is passed over", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  const desk = await newVisitor();
  await signedInAs("agent", desk);
  await page.goto(`/requests/${reference}`);
  const box = page.getByLabel("Your comment");
  await box.fill("I am still writing");
  await box.press("Home");
  const before = await box.boundingBox();

  await desk.goto(`/agent/requests/${reference}`);
  await desk.getByRole("textbox", { name: "Message" }).fill("We are on it. Is it **urgent**?");
  await desk.getByRole("button", { name: "Send reply" }).click();

  await expect(page.getByRole("article").getByText("We are on it.")).toBeVisible();
  await expect(page.getByRole("article").getByText("Took on the request")).toBeVisible();
  await expect(page.getByText("Waiting for support")).toHaveCount(0);
  await expect(box).toHaveValue("I am still writing");
  await expect(box).toBeFocused();
  expect(await box.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(0);
  const after = await box.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  await expect(page.getByText("This request has been updated.")).toBeAttached();

  // The next change is read aloud, too: its words are the same, so they have to go and come back.
  await page.getByText("This request has been updated.").evaluate(region => {
    new MutationObserver(() => region.toggleAttribute("data-said-again", region.textContent !== "")).observe(
      region,
      {
        ...{ childList: true, characterData: true, subtree: true },
      },
    );
  });
  await desk.getByRole("textbox", { name: "Message" }).fill("It can wait until noon.");
  await desk.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByRole("article").getByText("It can wait until noon.")).toBeVisible();
  await expect(page.locator("[data-said-again]")).toHaveText("This request has been updated.");

  // What is on the page already needs no asking.
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("article").getByText("I am still writing")).toBeVisible();
  await expect(box).toHaveValue("");
  await expect(desk.getByRole("article").getByText("I am still writing")).toBeVisible();
});

test("an internal note and a new name appear on the open pages of agents, the note on no other", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const reference = await aRequest();
  const theirs = await newVisitor();
  await signIn(theirs, await requesterOf(reference));
  await page.goto(`/agent/requests/${reference}`);
  await theirs.goto(`/requests/${reference}`);
  const colleague = await anAgent({ name: "Kim Novak" });
  await run(colleague, act => addNote(act, { reference, body: "Known trouble" }));
  await expect(page.getByRole("article").getByText("Known trouble")).toBeVisible();
  await run(colleague, act =>
    changeProfile(act, { name: "Kim Basinger", timeZone: "UTC", language: "en-GB" }),
  );
  await expect(page.getByRole("article").filter({ hasText: "Kim Basinger" })).toBeVisible();
  const say = (body: string) =>
    run(agent, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));
  await say("Hello.");
  await expect(theirs.getByRole("article").getByText("Hello.")).toBeVisible();
  await expect(theirs.getByText("Known trouble")).toHaveCount(0);
});

test("the bell counts while one looks elsewhere, and opening what is new silences it", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const agent = await anAgent({ name: "Tomás Reyes" });
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await moveTo(agent, reference, "ask", { body: "Which lamp?" });
  const bell = page.getByRole("link", { name: "Notifications, 1 unread" });
  await expect(bell).toBeVisible();
  await page.goto("/requests");
  await expect(page.getByRole("link", { name: "Unread: The lamp flickers" })).toBeVisible();
  await axe(page);
  await page.goto("/notifications");
  await expect(bell).toBeVisible();
  await expect(page.getByText("Which lamp?")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: /Unread: Tomás Reyes/ }).click();
  await expect(page).toHaveURL(new RegExp(`/requests/${reference}\\?entry=`));
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await page.goto("/requests");
  await expect(page.getByRole("link", { name: "The lamp flickers", exact: true })).toBeVisible();
});

test("a request that was only fetched ahead stays unread until it is shown", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  await moveTo(await anAgent(), reference, "start");
  await page.goto("/requests");
  const fetched = await page.evaluate(
    path => fetch(path, { headers: { rsc: "1" } }).then(response => response.text()),
    `/requests/${reference}`,
  );
  expect(fetched).toContain("The lamp flickers");
  await page.reload();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  await page.getByRole("link", { name: "Unread: The lamp flickers" }).click();
  await expect(page.getByRole("heading", { name: "The lamp flickers" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
});

test("an open page goes when its reader loses the request or is suspended", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 40[14]/);
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  const agent = await anAgent();
  const say = () =>
    run(agent, act => commentOnRequest(act, { reference, body: "Hello.", afterResolved: "keep" }));
  await page.goto(`/requests/${reference}`);
  await say();
  await expect(page.getByRole("article").getByText("Hello.")).toBeVisible();
  await db().member.deleteMany({ where: { personId: customer.id, requestId: (await rowOf(reference)).id } });
  await say();
  await expect(page.getByText("Page not found")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await run(operator, act => suspendPerson(act, customer.email));
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
});

test("where no stream can be held the page asks by itself", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/Failed to load|net::ERR|EventSource/);
  await page.clock.install();
  await page.route("**/api/live?*", route => route.abort());
  await page.route("**/api/live", route => route.abort());
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  const agent = await anAgent();
  // It asks for the first time as soon as it has given up on streams.
  const asked = page.waitForResponse(/\/api\/live\/now/);
  await page.goto(`/requests/${reference}`);
  await asked;
  await run(agent, act =>
    commentOnRequest(act, { reference, body: "Heard by asking.", afterResolved: "keep" }),
  );
  await page.clock.fastForward(31_000);
  await expect(page.getByRole("article").getByText("Heard by asking.")).toBeVisible();
});

test("without script the bell is a link with the right count", async ({ page, newVisitor, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await moveTo(await anAgent(), reference, "start");
  const plain = await newVisitor({ javaScriptEnabled: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto("/");
  await plain.getByRole("link", { name: "Notifications, 1 unread" }).click();
  await plain.getByRole("button", { name: "Mark all as read" }).click();
  await expect(plain.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await moveTo(await anAgent(), reference, "ask", { body: "Which one?" });
  await plain.goto(`/requests/${reference}`);
  await expect(plain.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
});

test("the stream is for whoever is signed in, and of requests that are theirs", async ({
  page,
  signedInAs,
}) => {
  const reference = await aRequest();
  expect((await page.request.get("/api/live")).status()).toBe(401);
  expect((await page.request.get("/api/live/now")).status()).toBe(401);
  await signedInAs("customer");
  for (const wrong of [reference, "LDG-999999", "nonsense", ""]) {
    expect((await page.request.get(`/api/live?request=${wrong}`)).status(), wrong).toBe(404);
    expect((await page.request.get(`/api/live/now?request=${wrong}`)).status(), wrong).toBe(404);
  }
  expect(await (await page.request.get("/api/live/now")).json()).toEqual({ unread: 0 });
});
