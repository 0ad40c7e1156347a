import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest, run } from "../support/factories";
import { filterBy } from "../support/walk";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

test("a priority comes from an answer, is set by hand or by keyboard, without script too, and orders the queue", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  await signedInAs("agent");
  const mark = randomBytes(4).toString("hex");
  const by = await aCustomer({ name: `Ottoline ${mark}` });
  const type = "report-a-problem-with-amtl3";
  const reference = await aRequest({
    ...{ by, type, summary: "Half the office waits", at: hoursAgo(1) },
    answers: { impact: "some_work_is_blocked", people: "4", details: "Nothing prints." },
  });
  await aRequest({ by, summary: "It can wait", at: hoursAgo(5) });
  const history = page.getByRole("region", { name: "History" });
  const field = page.getByRole("combobox", { name: "Priority" });

  await test.step("the select saves by itself", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await expect(field).toHaveValue("high");
    await field.selectOption("Urgent");
    await expect(history).toContainText("set the priority to Urgent");
    await expect(field).toHaveValue("urgent");
    await axe(page);
  });

  await test.step("p chooses one from the palette", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("p");
    await expect(page.getByRole("combobox", { name: "Set priority" })).toBeFocused();
    await page.keyboard.type("low");
    await page.keyboard.press("Enter");
    await expect(history).toContainText("set the priority to Low");
    await expect(field).toHaveValue("low");
  });

  await test.step("a button saves it without script", async () => {
    const plain = await newVisitor({ javaScriptEnabled: false });
    await signedInAs("agent", plain);
    await plain.goto(`/agent/requests/${reference}`);
    await plain.getByRole("combobox", { name: "Priority" }).selectOption("High");
    await plain.locator("#priority").getByRole("button", { name: "Save" }).click();
    await expect(plain.getByText("set the priority to High")).toBeVisible();
  });

  await test.step("the queue marks it, sorts by it and filters by it", async () => {
    await page.goto(`/agent?customer=${mark}`);
    const links = page.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
    await expect(links).toHaveCount(2);
    await expect(page.getByRole("row").filter({ hasText: reference })).toContainText("High");
    await filterBy(page, { Order: "Priority, most urgent first" });
    await expect(links.first()).toHaveText(reference);
    await filterBy(page, { Priority: "Normal" });
    await expect(page.getByRole("link", { name: "It can wait" })).toBeVisible();
    await expect(links).toHaveCount(1);
    await page.goto(`/agent?customer=${mark}&columns=priority`);
    await axe(page);
  });
});

test("tags are added by typing, made, removed and filtered by, without script too, and kept by an admin", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  await signedInAs("admin");
  const mark = randomBytes(4).toString("hex");
  const by = await aCustomer({ name: `Ornella ${mark}` });
  const [reference, other] = [
    await aRequest({ by, summary: "Money back, please" }),
    await aRequest({ by, summary: "Something else" }),
  ];
  const [refund, loud] = [`Refund ${mark}`, `Loud ${mark}`];

  await test.step("an admin names one", async () => {
    await page.goto("/admin/tags");
    await page.getByRole("textbox", { name: "Name" }).fill(refund);
    await page.getByRole("combobox", { name: "Colour" }).selectOption("Purple");
    await page.getByRole("button", { name: "Add tag" }).click();
    await expect(page.getByText("The tag was added.")).toBeVisible();
    await expect(page.getByRole("link", { name: refund })).toBeVisible();
    await axe(page);
  });

  const field = page.getByRole("combobox", { name: "Add a tag" });
  const tags = page.getByRole("form", { name: "Tags" });
  const tagsOf = (of: Page) =>
    of.getByRole("region", { name: "How it stands" }).getByRole("button", { name: /^Tags/ });

  await test.step("one is completed while typing, another made", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await tagsOf(page).click();
    await expect(field).toBeFocused();
    await field.fill(`fund ${mark}`);
    await expect(page.getByRole("option", { name: refund })).toHaveAttribute("aria-selected", "true");
    await axe(page);
    await field.press("Enter");
    await expect(tags).toContainText(refund);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("");
    await page.keyboard.type(loud);
    await page.getByRole("option", { name: `Create “${loud}”` }).click();
    await expect(tags).toContainText(loud);
    await expect(page.getByText(`added the tag “${loud}”`)).toBeVisible();
    await page.getByRole("button", { name: `Remove the tag ${loud}` }).click();
    await expect(tags).not.toContainText(loud);
    await axe(page);
    await page.keyboard.press("Escape");
    await expect(tagsOf(page)).toHaveText(new RegExp(refund));
  });

  await test.step("l adds one from the palette", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("l");
    await expect(page.getByRole("combobox", { name: "Tags", exact: true })).toBeFocused();
    await page.keyboard.type(loud);
    await page.keyboard.press("Enter");
    await expect(tagsOf(page)).toContainText(loud);
  });

  await test.step("without script the name is typed, and a new one said to be new", async () => {
    const plain = await newVisitor({ javaScriptEnabled: false });
    await signedInAs("agent", plain);
    await plain.goto(`/agent/requests/${other}`);
    await tagsOf(plain).click();
    await plain.locator("#tag-menu").getByRole("link", { name: "Show the choices" }).click();
    const add = async (name: string) => {
      const typed = plain.getByRole("combobox", { name: "Add a tag" });
      if (await typed.isHidden()) await tagsOf(plain).click();
      await typed.fill(name);
      await plain.locator("#tag").getByRole("button", { name: "Add" }).click();
    };
    await add(`New ${mark}`);
    await expect(plain.getByRole("alert")).toContainText("There is no tag");
    await plain.getByRole("checkbox", { name: /Create it/ }).check();
    await add(`New ${mark}`);
    await expect(tagsOf(plain)).toContainText(`New ${mark}`);
  });

  await test.step("the queue shows them and is filtered by them", async () => {
    await page.goto(`/agent?customer=${mark}`);
    await expect(page.getByRole("row").filter({ hasText: reference })).toContainText(refund);
    await page.getByRole("button", { name: "Tags" }).click();
    await page.getByRole("group", { name: "Without" }).getByRole("checkbox", { name: refund }).check();
    await axe(page);
    await page.locator("#tag-filter").getByRole("button", { name: "Apply" }).click();
    await expect(page.getByRole("link", { name: "Something else" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Money back, please" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Tags (1)" })).toBeVisible();
  });
});

test("a request is snoozed by a click, by keyboard and without script, and comes back when its customer writes", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const mark = randomBytes(4).toString("hex");
  const by = await aCustomer({ name: `Oriel ${mark}` });
  const reference = await aRequest({ by, summary: "The part is on its way" });
  const snoozed = page.getByText(/^Snoozed until/);
  const inTab = async (tab: string) => {
    await page.goto(`/agent?customer=${mark}`);
    const link = page.getByRole("navigation", { name: "Which requests" }).getByRole("link", { name: tab });
    await page.goto(`${await link.getAttribute("href")}&customer=${mark}`);
    return page.getByRole("link", { name: "The part is on its way" });
  };

  await test.step("a preset takes it into the tab of snoozed ones", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await page.locator("summary", { hasText: /^Snooze$/ }).click();
    await axe(page);
    await page.getByRole("button", { name: /^Tomorrow/ }).click();
    await expect(snoozed).toBeVisible();
    await expect(page.getByText("snoozed the request until")).toBeVisible();
    await axe(page);
    await expect(await inTab("All open")).toHaveCount(0);
    await expect(await inTab("Snoozed")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: reference })).toContainText("snoozed until");
    await axe(page);
  });

  await test.step("its customer brings it back, on the open page too", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await run(by, act => commentOnRequest(act, { reference, body: "It has come!" }));
    await expect(page.getByText("because the customer got in touch")).toBeVisible();
    await expect(snoozed).toHaveCount(0);
  });

  await test.step("h snoozes it from the palette, and a button ends that", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("h");
    await expect(page.getByRole("combobox", { name: "Snooze" })).toBeFocused();
    await page.keyboard.type("next week");
    await page.keyboard.press("Enter");
    await expect(snoozed).toBeVisible();
    await page.getByRole("button", { name: "End the snooze" }).click();
    await expect(page.getByText("ended the snooze")).toBeVisible();
    await expect(snoozed).toHaveCount(0);
  });

  await test.step("without script a date and a time are as good, and a past one is refused", async () => {
    const plain = await newVisitor({ javaScriptEnabled: false });
    await signIn(plain, agent);
    await plain.goto(`/agent/requests/${reference}`);
    await plain.locator("summary", { hasText: /^Snooze$/ }).click();
    await plain.locator("#desk").getByRole("link", { name: "Show the choices" }).click();
    const send = async (time: string) => {
      await plain.getByLabel("Date and time").fill(time);
      await plain.locator("#snooze-until").getByRole("button", { name: "Snooze" }).click();
    };
    await send("2020-01-01T09:00");
    await expect(plain.getByRole("alert")).toContainText("still to come");
    await send(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 16));
    await expect(plain.getByText(/^Snoozed until/)).toBeVisible();
  });
});
