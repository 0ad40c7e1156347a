import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { keepHabits } from "@/lib/desk/habits";
import { axe } from "../support/axe";
import { aReply } from "../support/canned-replies";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";
import { mailTo } from "../support/mails";
import { commentsOf, rowOf } from "../support/records";
import { aTag } from "../support/tags";

const row = (page: Page, reference: string) => page.getByRole("row").filter({ hasText: reference });
const present = (page: Page, reference: string) => row(page, reference).locator(".row-presence");
const others = (page: Page) => page.getByRole("list", { name: "Also here" });
const writers = (page: Page) => page.locator(".answer-box p[aria-live]");
const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const said = (page: Page, words: string) => page.getByRole("article").getByText(words);
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

test("a morning of two agents: by keyboard they share a queue, never answer on top of each other, and tell the customer nothing else", async ({
  page: adas,
  newVisitor,
}) => {
  test.slow();
  const mark = randomBytes(4).toString("hex");
  const [customer, ada, kim] = [
    await aCustomer({ name: `Odile ${mark}` }),
    await anAgent({ name: "Ada Lovelace" }),
    await anAgent({ name: `Kim ${mark}` }),
  ];
  const tag = `Lift ${mark}`;
  const slug = await aTag({ name: tag });
  await aReply({ by: ada, name: `Refund ${mark}`, body: "Hello {{customer.first_name}}, it is on its way." });
  const [second, third] = [`Second ${mark}`, `Third ${mark}`];
  const waiting = [
    await aRequest({ by: customer, summary: second, at: hoursAgo(5) }),
    await aRequest({ by: customer, summary: third, at: hoursAgo(4) }),
  ];
  const [kims, customers] = [await newVisitor(), await newVisitor()];
  for (const [page, person] of [
    [adas, ada],
    [kims, kim],
    [customers, customer],
  ] as const)
    await signIn(page, person);
  for (const page of [adas, kims]) {
    await page.goto(`/agent?status=open&customer=${mark}`);
    await page.mouse.move(2, 2);
  }
  const press = async (...keys: string[]) => {
    for (const key of keys) await adas.keyboard.press(key);
  };
  let reference = "";

  await test.step("both see a request arrive; one opens and claims it, and the other sees who", async () => {
    reference = await aRequest({ by: customer, summary: `First ${mark}`, at: hoursAgo(6) });
    for (const page of [adas, kims]) await expect(row(page, reference)).toBeVisible();
    await press("j", "o");
    await expect(heading(adas, `First ${mark}`)).toBeVisible();
    await expect(present(kims, reference)).toContainText("Ada Lovelace is viewing");
    await axe(kims);
    await press("r");
    await adas.keyboard.type("Half an answer");
    await press("Escape", "c");
    await expect(adas.getByText("took on the request")).toBeVisible();
    await expect(box(adas)).toHaveValue("Half an answer");
    await expect(row(kims, reference).getByRole("cell", { name: ada.name, exact: true })).toBeVisible();
  });

  await test.step("a note with a mention reaches the colleague, who comes to look and can stop following", async () => {
    await box(adas).fill("");
    await press("Escape", "n");
    await expect(adas.getByText("The customer never sees it.")).toBeVisible();
    await adas.keyboard.type(`canary-note: can you call them, @${mark}`);
    const options = adas.getByRole("listbox", { name: "Colleagues" }).getByRole("option");
    await expect(options).toHaveText([new RegExp(kim.name)]);
    await expect(box(adas).or(adas.locator("#answer-body"))).toHaveRole("combobox");
    await axe(adas);
    await press("Enter");
    await expect(options).toHaveCount(0);
    await press("Control+Enter");
    await expect(adas.locator(".message.note mark")).toHaveText(`@${kim.name}`);
    expect((await mailTo(kim.email)).text).toContain("Ada Lovelace mentioned you in an internal note");
    await kims.goto("/notifications");
    await kims.getByRole("link", { name: /mentioned you in a note/ }).click();
    await expect(kims.locator(".message.note mark")).toHaveText(`@${kim.name}`);
    await expect(others(kims)).toContainText("Ada Lovelace is viewing");
    await expect(others(adas)).toContainText(`${kim.name} is viewing`);
    await axe(kims);
    await kims.getByRole("button", { name: "Stop following" }).click();
    await expect(kims.getByText("Nobody follows this request.")).toBeVisible();
  });

  await test.step("both begin an answer: the first goes out by a canned reply, and the second is asked", async () => {
    await box(kims).fill("I will call you.");
    await expect(others(adas)).toContainText(`${kim.name} is writing …`);
    await expect(writers(adas)).toHaveText(`${kim.name} is writing …`);
    await axe(adas);
    await press("Escape", "r");
    await adas.keyboard.type(`/refund ${mark}`);
    await expect(adas.getByRole("listbox", { name: "Canned replies" }).getByRole("option")).toHaveCount(1);
    await press("Enter");
    await expect(adas.locator("#answer-body")).toHaveValue("Hello Odile, it is on its way.");
    await press("Control+Enter");
    await expect(said(kims, "Hello Odile, it is on its way.")).toBeVisible();
    await box(kims).focus();
    await kims.keyboard.press("Control+Enter");
    const alert = kims.getByRole("main").getByRole("alert");
    await expect(alert).toContainText("While you were writing: Ada Lovelace wrote “Hello Odile");
    await expect(box(kims)).toHaveValue("I will call you.");
    await axe(kims);
    expect(await commentsOf(reference)).toHaveLength(1);
    await box(kims).focus();
    await kims.keyboard.press("Control+Enter");
    await expect(said(adas, "I will call you.")).toBeVisible();
    await expect(writers(adas)).toBeEmpty();
    // What was there before one began needs no asking.
    await box(adas).fill("Thank you, Kim.");
    await press("Control+Enter");
    await expect(said(kims, "Thank you, Kim.")).toBeVisible();
    expect(await commentsOf(reference)).toHaveLength(3);
  });

  await test.step("h puts it off, and u leads back to a queue without it", async () => {
    await press("Escape", "h");
    await expect(adas.getByRole("combobox", { name: "Snooze" })).toBeFocused();
    await adas.keyboard.type("tomorrow");
    await press("Enter");
    await expect(adas.getByText(/^Snoozed until/)).toBeVisible();
    await press("u");
    await expect(row(adas, waiting[0] ?? "")).toBeVisible();
    await expect(row(adas, reference)).toHaveCount(0);
    await kims.goto("/agent");
    await expect(others(adas)).toHaveCount(0);
  });

  await test.step("* a selects the rows, l tags them at once, and a search by operators finds them", async () => {
    await press("Shift+*", "a", "l");
    await expect(heading(adas, "Tag 2 requests")).toBeVisible();
    await axe(adas);
    const chosen = adas.getByRole("combobox", { name: /^Tag/ });
    await chosen.focus();
    await chosen.selectOption(tag);
    await press("Control+Enter");
    await expect(adas.getByRole("status").getByText("2 requests done")).toBeVisible();
    await axe(adas);
    await press("g", "q");
    await expect(adas).toHaveURL(/\/agent$/);
    await press("/");
    await adas.keyboard.type(`status:open tag:${slug} from:${mark}`);
    await press("Escape", "Enter");
    await expect(adas.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ })).toHaveText(waiting);
  });

  await test.step("e answers and resolves, and the next request opens", async () => {
    await run(ada, act => keepHabits(act, { after: "next" }));
    await press("j", "o");
    await expect(heading(adas, second)).toBeVisible();
    await press("r");
    await adas.keyboard.type("The second door on the left.");
    await press("Escape", "e");
    await expect(adas.getByRole("combobox", { name: "Send and …" })).toBeFocused();
    await adas.keyboard.type("resolve as answered");
    await press("Enter");
    await expect(heading(adas, third)).toBeVisible();
    await expect(adas.getByRole("status").filter({ hasText: "was sent" })).toContainText(waiting[0] ?? "");
    await axe(adas);
    expect(await rowOf(waiting[0] ?? "")).toMatchObject({ status: "resolved", resolution: "answered" });
  });

  await test.step("the customer reads the answers, and of all the rest nothing", async () => {
    for (const one of [reference, ...waiting]) {
      await customers.goto(`/requests/${one}`);
      expect(await customers.content()).not.toMatch(
        new RegExp(`canary|Snoozed|is viewing|is writing|presence|${slug}|${tag}`, "i"),
      );
    }
    await customers.goto(`/requests/${reference}`);
    await expect(said(customers, "I will call you.")).toBeVisible();
  });
});
