import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { PersonActor } from "@/lib/actor";
import { keepHabits } from "@/lib/desk/habits";
import { aReply } from "../support/canned-replies";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";
import { commentsOf, rowOf } from "../support/records";
import { withholdNews } from "../support/walk";

const many = 20;

/** Of as many customers, the longest waiting first. */
async function raiseMany(mark: string): Promise<string[]> {
  const references: string[] = [];
  for (let place = 0; place < many; place++) {
    const by = await aCustomer({ name: `Odile ${place + 1} ${mark}` });
    const at = new Date(Date.now() - (2 * many - place) * 3_600_000);
    references.push(await aRequest({ by, summary: `Number ${place + 1} ${mark}`, at }));
  }
  return references;
}

/** The hands of somebody without a mouse, who counts each key but the letters of an answer. */
function typist(page: Page) {
  let keys = 0;
  const press = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key);
    keys += all.length;
  };
  const box = page.getByRole("textbox", { name: "Message" });
  return {
    press,
    async choose(key: string, words: string) {
      await press(key);
      await expect(page.getByRole("dialog", { name: "Commands" }).getByRole("combobox")).toBeFocused();
      await page.keyboard.type(words);
      keys += words.length;
      await press("Enter");
    },
    async answer(words: string) {
      await press("r");
      await expect(box).toBeFocused();
      await page.keyboard.type(words);
    },
    async insert(words: string) {
      await press("r");
      await expect(page.locator("#answer-body")).toBeFocused();
      await page.keyboard.type(`/${words}`);
      keys += 1 + words.length;
      await expect(page.getByRole("listbox", { name: "Canned replies" }).getByRole("option")).toHaveCount(1);
      await press("Enter");
      await expect(box).not.toHaveValue(`/${words}`);
    },
    /** Since it was last asked. */
    count() {
      const counted = keys;
      keys = 0;
      return counted;
    },
  };
}

test("a queue of twenty is cleared by keyboard alone: claimed, answered, moved, given away and put off, each with a few keys", async ({
  page,
  signedInAs,
}) => {
  test.setTimeout(600_000);
  const agent = await signedInAs("agent");
  const mark = randomBytes(4).toString("hex");
  const colleague: PersonActor = await anAgent({ name: `Xerxes ${mark}` });
  await run(agent, act => keepHabits(act, { after: "next" }));
  await aReply({
    by: agent,
    name: `Parcel ${mark}`,
    body: "Hello {{customer.first_name}}, it is on its way.",
  });
  const references = await raiseMany(mark);
  await withholdNews(page);
  const { press, choose, answer, insert, count } = typist(page);

  const heading = (place: number) =>
    page.getByRole("heading", { level: 1, name: `Number ${place + 1} ${mark}`, exact: true });
  /** Its script is there once it has said what has a key. */
  const opened = async (place: number) => {
    await expect(heading(place)).toBeVisible();
    await expect(page.getByRole("radio", { name: "Public reply" })).toHaveAttribute("aria-keyshortcuts", "r");
  };

  await page.goto(`/agent?assigned=nobody&status=waiting_for_support&customer=${mark}`);
  await expect(page.getByRole("link", { name: `Number ${many} ${mark}` })).toBeAttached();
  await press("j", "Enter");
  await opened(0);
  await press("]");
  await opened(1);
  await press("[");
  count();
  const counts: number[] = [];
  for (let place = 0; place < many; place++) {
    await opened(place);
    if (place % 5 === 0) {
      await press("c");
      await expect(page.getByRole("button", { name: `Assigned to ${agent.name}` })).toBeVisible();
      await answer("It is done.");
      // Chosen once, it is what Ctrl Enter does from then on.
      if (place > 0) await press("Control+Enter");
      else {
        await press("Escape", "e");
        await expect(page.getByRole("combobox", { name: "Send and …" })).toBeFocused();
        await page.keyboard.type("resolve as done");
        await press("Enter");
      }
    } else if (place % 5 === 1) {
      await insert("parc");
      await press("Control+Enter");
    } else if (place % 5 === 2) {
      // Whoever starts work stays with it.
      await choose("s", "start");
      await expect(page.locator(".work-bar").getByText("In progress")).toBeVisible();
      await press("]");
    } else if (place % 5 === 3) await choose("a", "xer");
    else await choose("h", "tom");
    counts.push(count());
  }
  await expect(page).toHaveURL(/\/agent\?/);
  await expect(page.getByRole("link", { name: `Number` })).toHaveCount(0);
  for (const [place, reference] of references.entries()) {
    const { status, assigneeId, snoozedUntil } = await rowOf(reference);
    const comments = await commentsOf(reference);
    const said = comments.map(({ body }) => body);
    const isCleared = [
      status === "resolved" && assigneeId === agent.id && said.includes("It is done."),
      status === "resolved" && said.includes("Hello Odile, it is on its way."),
      status === "in_progress",
      assigneeId === colleague.id,
      snoozedUntil !== null,
    ][place % 5];
    expect(isCleared, `${reference}, number ${place + 1}`).toBe(true);
  }
  // None takes more than eight, of which most are the words that something is found by.
  expect(Math.max(...counts.slice(1))).toBeLessThanOrEqual(8);
  expect(counts.slice(5, 10)).toEqual([3, 8, 8, 5, 5]);
});
