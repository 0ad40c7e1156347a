import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { aQueue } from "../support/queue";
import { withholdNews } from "../support/walk";

const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const overview = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const rowOf = (page: Page, summary: string) => page.getByRole("link", { name: summary });

test("a queue is walked, and a request opened, claimed, answered and left by keyboard alone", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  await withholdNews(page);
  const { first, second, third, references } = await aQueue(page);
  const [, reference] = references;
  const press = (keys: string) => page.keyboard.press(keys);

  await test.step("j, k and the arrows go through the rows", async () => {
    await press("j");
    await expect(rowOf(page, first)).toBeFocused();
    await press("j");
    await press("ArrowDown");
    await expect(rowOf(page, third)).toBeFocused();
    await press("k");
    await expect(rowOf(page, second)).toBeFocused();
    await axe(page);
  });

  await test.step("o opens one, c claims it, r starts a reply that Ctrl Enter sends", async () => {
    await press("o");
    await expect(page.getByRole("heading", { name: second })).toBeVisible();
    await expect(page.getByRole("button", { name: "Claim" })).toHaveAttribute("aria-keyshortcuts", "c");
    await press("c");
    await expect(page.getByText("took on the request")).toBeVisible();
    await press("r");
    await expect(page.getByRole("textbox", { name: "Message" })).toBeFocused();
    await page.keyboard.type("We are on it.");
    await press("Control+Enter");
    await expect(page.getByRole("article").getByText("We are on it.")).toBeVisible();
  });

  await test.step("n writes a note, which Esc leaves without losing it", async () => {
    await press("n");
    await expect(page.getByRole("radio", { name: "Internal note" })).toBeChecked();
    await page.keyboard.type("Call them on Monday");
    await expect(page.getByText("Saved as a draft.")).toBeVisible();
    await press("Escape");
    await expect(page.getByRole("textbox", { name: "Message" })).not.toBeFocused();
    await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Call them on Monday");
  });

  await test.step("] and [ step through the list that it was opened from, and say where it ends", async () => {
    await press("]");
    await expect(page.getByRole("heading", { name: third })).toBeVisible();
    await press("]");
    await expect(page.getByText("That was the last request in the list.")).toBeVisible();
    await press("[");
    await expect(page.getByRole("heading", { name: second })).toBeVisible();
    // With a draft it is a new document, whose script marks what has a key.
    await expect(page.getByRole("radio", { name: "Public reply" })).toHaveAttribute("aria-keyshortcuts", "r");
  });

  await test.step("u goes back to the same list, at the same row", async () => {
    await press("u");
    await expect(page.getByRole("row").filter({ hasText: reference })).toContainText(agent.name);
    await expect(rowOf(page, second)).toBeFocused();
    expect(page.url()).toContain("customer=");
  });

  await test.step("g and a letter go places, / to the search", async () => {
    await press("g");
    await press("q");
    await expect(page).toHaveURL(/\/agent$/);
    await press("/");
    await expect(page.getByRole("combobox", { name: "Search all requests" })).toBeFocused();
  });
});

test("nothing fires while one types, in a dialog, with a modifier, or where there is nothing to do it to", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  const { references } = await aQueue(page);
  await page.goto(`/agent/requests/${references[0]}`);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.focus();
  await page.keyboard.type("cursing ?");
  await expect(message).toHaveValue("cursing ?");
  await page.getByRole("radio", { name: "Internal note" }).focus();
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Claim" }).focus();
  for (const keys of ["Alt+c", "Control+Alt+c", "Meta+c", "Shift+c", "j", "o"])
    await page.keyboard.press(keys);
  await page.getByRole("button", { name: /account menu/ }).press("Enter");
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(overview(page)).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.press("Escape");
  await expect(overview(page)).toBeHidden();
  await expect(palette(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "Claim" })).toBeVisible();
});

test("the palette does what the page offers, goes places, and gives the focus back", async ({
  allowConsoleError,
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  await withholdNews(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { references, first } = await aQueue(page);
  const [reference = ""] = references;
  const open = () => page.keyboard.press("Control+k");
  const choose = async (words: string) => {
    await open();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  };
  const option = (name: string | RegExp) => palette(page).getByRole("option", { name });

  await test.step("opens in the middle of a text, and Esc leads back to it", async () => {
    await page.goto(`/agent/requests/${reference}`);
    await page.getByRole("textbox", { name: "Message" }).focus();
    await open();
    await expect(palette(page).getByRole("combobox")).toBeFocused();
    for (const name of ["Public reply", "Claim", "Send and …", "Copy link", "Queue", "Log out"])
      await expect(option(name)).toBeVisible();
    await axe(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("textbox", { name: "Message" })).toBeFocused();
  });

  await test.step("copies, moves and assigns", async () => {
    await choose("copy ref");
    await expect(page.getByText(`Copied ${reference}`)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference);
    await choose("start");
    await expect(page.getByText("In progress").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await choose(`assign ${agent.name}`);
    await expect(page.getByRole("button", { name: `Assigned to ${agent.name}` })).toBeVisible();
  });

  await test.step("a and s ask only what they are about", async () => {
    await page.goto(page.url());
    await page.keyboard.press("s");
    await expect(option("Ask the customer")).toBeVisible();
    await expect(option("Queue")).toBeHidden();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await expect(option("Nobody")).toBeVisible();
    // At once, as on a busy machine, where the browser takes the focus from a closed dialog only later.
    await page.evaluate(() => {
      const field = document.activeElement;
      field?.closest("dialog")?.close();
      field?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
    });
    await page.keyboard.type("nobody");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Assigned to Nobody yet" })).toBeVisible();
  });

  await test.step("opens a request by its reference, hands words on to the search, and logs out", async () => {
    await choose("settings: writing");
    await expect(page).toHaveURL("/agent/settings/writing");
    await choose(references[1]?.toLowerCase() ?? "");
    await expect(page).toHaveURL(new RegExp(`/agent/requests/${references[1]}$`));
    await open();
    await page.keyboard.type(first);
    await option(/^Search all requests/).click();
    await expect(rowOf(page, first)).toBeVisible();
    // What the page asks while it is being left is refused.
    allowConsoleError(/401 \(Unauthorized\).*\/api\//);
    await choose("log out");
    await expect(page).not.toHaveURL(/agent/);
  });
});

test("shortcuts are remapped and switched off in the settings, and the overview says what is true", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  await withholdNews(page);
  const { first } = await aQueue(page);
  const queue = page.url();
  await page.keyboard.press("?");
  await expect(overview(page)).toContainText("Next row");
  await expect(overview(page)).not.toContainText("Go to the inbox");
  await axe(page);
  await overview(page).getByRole("link", { name: "Change shortcuts" }).click();

  await test.step("keys that are taken are refused next to their field", async () => {
    await expect(page.getByLabel("Next row")).toBeVisible();
    await axe(page);
    await page.getByLabel("Next row").fill("k");
    await page.getByRole("button", { name: "Save shortcuts" }).click();
    await expect(page.getByText("“k” conflicts with “Next row”.").first()).toBeVisible();
    await page.getByLabel("Previous row").fill("");
    await page.getByLabel("Next row").fill("G  N");
    await page.getByRole("button", { name: "Save shortcuts" }).click();
    await expect(page.getByText("Shortcuts saved.")).toBeVisible();
    await expect(page.getByLabel("Next row")).toHaveValue("g n");
  });

  await test.step("the new keys work, and the old ones do not", async () => {
    await page.goto(queue);
    await page.keyboard.press("j");
    await expect(rowOf(page, first)).not.toBeFocused();
    await page.keyboard.press("g");
    await page.keyboard.press("n");
    await expect(rowOf(page, first)).toBeFocused();
    await page.keyboard.press("?");
    await expect(overview(page).getByText("Next row").locator("..")).toHaveText(/g then n/);
    await expect(overview(page)).not.toContainText("Previous row");
  });

  await test.step("switched off, only the palette is left, and says so", async () => {
    await page.goto("/settings/keyboard");
    await page.getByRole("checkbox", { name: "Use single-key shortcuts" }).uncheck();
    await page.getByRole("button", { name: "Save shortcuts" }).click();
    await expect(page.getByText("Shortcuts saved.")).toBeVisible();
    await page.goto(queue);
    for (const key of ["g", "n", "?", "j"]) await page.keyboard.press(key);
    await expect(rowOf(page, first)).not.toBeFocused();
    await page.keyboard.press("Control+k");
    await expect(palette(page).getByRole("combobox")).toBeFocused();
    await page.keyboard.type("shortcuts");
    await page.keyboard.press("Enter");
    await expect(overview(page)).toContainText("Single-key shortcuts are turned off.");
    await expect(overview(page)).not.toContainText("Next row");
  });

  await test.step("the defaults come back at once", async () => {
    await page.goto("/settings/keyboard");
    await page.getByRole("button", { name: "Restore defaults" }).click();
    await expect(page.getByLabel("Next row")).toHaveValue("j");
    await page.goto(queue);
    await page.keyboard.press("j");
    await expect(rowOf(page, first)).toBeFocused();
  });
});

test("on a phone the palette is a button in the header", async ({ page, signedInAs }) => {
  await signedInAs("admin");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/admin/mail");
  await page.getByRole("button", { name: "Search or jump to…" }).click();
  await axe(page);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
  await palette(page).getByRole("option", { name: "My open requests" }).click();
  await expect(page).toHaveURL(/\/agent\?assigned=me$/);
});

test("customers have no palette, no shortcuts and no page to set them", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  for (const keys of ["Control+k", "?", "u", "r"]) await page.keyboard.press(keys);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await page.content()).not.toMatch(/aria-keyshortcuts|Search or jump/);
  await page.goto("/settings");
  await expect(page.getByRole("link", { name: "Keyboard" })).toHaveCount(0);
  expect((await page.request.get("/settings/keyboard")).status()).toBe(404);
});

test("a customer sends a comment with Ctrl Enter, once", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const comment = page.getByRole("textbox", { name: /^Your comment/ });
  await comment.fill("Any news?");
  await comment.press("Enter");
  await expect(comment).toHaveValue("Any news?\n");
  await comment.press("Control+Enter");
  await comment.press("Control+Enter");
  await expect(page.getByRole("article").getByText("Any news?")).toHaveCount(1);
});
