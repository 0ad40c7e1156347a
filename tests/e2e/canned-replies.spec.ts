import type { Page } from "@playwright/test";
import { axe } from "../support/axe";
import { aReply } from "../support/canned-replies";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest } from "../support/factories";
import { chooseTab } from "../support/radio-tabs";
import { aTeam } from "../support/teams";
import { savedDraft } from "../support/walk";

const boxOf = (page: Page) => page.locator("#answer-body");
const options = (page: Page) => page.getByRole("listbox", { name: "Canned replies" }).getByRole("option");

test("an agent inserts a reply by keyboard alone, in a public reply and in a note, and undo takes it out", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const mark = agent.id.slice(-6);
  await aReply({
    by: agent,
    name: `Refund ${mark}`,
    body: "Hello {{customer.first_name}},\n\nyour refund is on its way.",
  });
  await aReply({
    by: agent,
    name: `Password ${mark}`,
    keywords: "login",
    body: "Log in at {{request.link}}.",
  });
  const customer = await aCustomer({ name: "Ada Okafor" });
  const reference = await aRequest({ by: customer });
  await page.goto(`/agent/requests/${reference}`);
  const box = boxOf(page);
  const filled = "Hello Ada,\n\nyour refund is on its way.";

  await box.focus();
  await page.keyboard.type("/ref");
  await expect(options(page)).toHaveCount(1);
  await expect(box).toHaveRole("combobox");
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue(filled);
  await expect(page.getByText(`Inserted “Refund ${mark}”.`)).toBeVisible();
  await expect(box).toHaveRole("textbox");
  await page.keyboard.press("Control+z");
  await expect(box).toHaveValue("/ref");
  await page.keyboard.press("Control+Shift+z");
  await expect(box).toHaveValue(filled);
  await page.keyboard.type(" Bye.");
  await page.getByRole("button", { name: "Send reply" }).press("Enter");
  await expect(page.getByRole("article").getByText("your refund is on its way. Bye.")).toBeVisible();

  await page.getByRole("radio", { name: "Internal note" }).focus();
  await page.keyboard.press("Space");
  await boxOf(page).focus();
  await page.keyboard.type("See: /");
  await expect(options(page).first()).toContainText(`Refund ${mark}`);
  await page.keyboard.press("ArrowDown");
  await expect(boxOf(page)).toHaveAttribute(
    "aria-activedescendant",
    (await options(page).nth(1).getAttribute("id")) ?? "",
  );
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("login");
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(boxOf(page)).toHaveValue(new RegExp(`^See: Log in at http.*/requests/${reference}\\.$`));
  await page.getByRole("button", { name: "Add internal note" }).press("Enter");
  await expect(page.getByText("Internal note – customers never see this")).toBeVisible();
});

test("what was typed stays on Esc, and prose, addresses and code ask for nothing", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  await aReply({ by: agent, name: "Refund" });
  await page.goto(`/agent/requests/${await aRequest()}`);
  const box = boxOf(page);
  await box.focus();
  await page.keyboard.type("/ref");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(box).toHaveValue("/ref");
  await expect(box).toBeFocused();
  for (const words of ["and/or https://a.test/b", "and / or", "In /etc/hosts", "`a /b", "```\n/ref"]) {
    await box.fill("");
    await page.keyboard.type(words);
    await expect(options(page)).toHaveCount(0);
    await expect(box).toHaveValue(words);
  }
});

test("by mouse: the button opens the list, a missing value is told of before sending, and the draft is kept", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const mark = agent.id.slice(-6);
  await aReply({ by: agent, name: `Greeting ${mark}`, body: "Dear {{customer.first_name}}, hello." });
  const reference = await aRequest({ by: await aCustomer({ name: "J. Okafor" }) });
  await page.goto(`/agent/requests/${reference}`);
  const open = page.getByRole("button", { name: "Insert reply" });
  await page.getByRole("textbox", { name: "Message" }).focus();
  await open.click();
  await expect(options(page).first()).toContainText("No value for {{customer.first_name}}");
  await page.keyboard.press("Escape");
  await expect(boxOf(page)).toHaveValue("");
  await open.click();
  await page.keyboard.type(mark);
  await options(page).first().click();
  const greeting = "Dear {{customer.first_name}}, hello.";
  await expect(boxOf(page)).toHaveValue(greeting);
  await expect(
    page.getByText("Before you send: there is no value for {{customer.first_name}}"),
  ).toBeVisible();
  await axe(page);
  await savedDraft(page);
  await page.reload();
  await expect(boxOf(page)).toHaveValue(greeting);
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByText("Nothing was sent: your message still has")).toBeVisible();
  await axe(page);
  await boxOf(page).fill("Dear J. Okafor, hello.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByRole("article").getByText("Dear J. Okafor, hello.")).toBeVisible();
});

test("whoever leaves before the list has come has the box as it was", async ({ page, signedInAs }) => {
  await aReply({ by: await signedInAs("agent"), name: "Thanks", body: "Thank you for writing." });
  await page.goto(`/agent/requests/${await aRequest()}`);
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await page.route("**/api/canned-replies*", async route => {
    asked.resolve();
    await answered.promise;
    await route.continue();
  });
  await boxOf(page).fill("Thank you");
  await page.getByRole("button", { name: "Insert reply" }).click();
  await asked.promise;
  await expect(boxOf(page)).toHaveValue("Thank you /");
  await page.keyboard.press("Escape");
  await expect(boxOf(page)).toHaveValue("Thank you");
  answered.resolve();
  await page.keyboard.type(" /");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(boxOf(page)).toHaveValue("Thank you /");
});

test("a reply for everybody is there for other agents, in a question too, and what stands in the box becomes one's own", async ({
  page,
  signedInAs,
}) => {
  const agent = await signedInAs("agent");
  const name = `Which version ${agent.id.slice(-6)}`;
  await aReply({ name, body: "Which version do you use?" });
  const reference = await aRequest();
  await page.goto(`/agent/requests/${reference}`);
  await chooseTab(page, "Ask the customer");
  await boxOf(page).focus();
  await page.keyboard.type(`Thanks. /${name.slice(0, -1)}`);
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(boxOf(page)).toHaveValue("Thanks. Which version do you use?");
  await page.getByRole("button", { name: "Insert reply" }).click();
  await page.getByRole("button", { name: "Save message as a reply" }).click();
  await expect(page.getByRole("heading", { name: "New reply" })).toBeVisible();
  await expect(page.getByLabel("Text")).toHaveValue("Thanks. Which version do you use?");
  await page.getByLabel("Name").fill("Version");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("Reply added.")).toBeVisible();
  await page.goto(`/agent/requests/${reference}`);
  await expect(boxOf(page)).toHaveValue("Thanks. Which version do you use?");
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an agent keeps replies of their own and of the team they lead, in several languages", async ({
      page,
      signedInAs,
    }) => {
      const agent = await signedInAs("agent");
      const team = `Harbour ${agent.id.slice(-6)} ${javaScriptEnabled}`;
      await aTeam({ name: team, leads: [agent] });
      await page.goto("/settings");
      await page.getByRole("link", { name: "Canned replies" }).click();
      await expect(page.getByText("No replies of your own yet")).toBeVisible();
      if (javaScriptEnabled) await axe(page);
      for (const name of ["First", "Second"]) {
        await page.getByRole("link", { name: "New reply" }).click();
        await page.getByLabel("Name").fill(name);
        await page.getByLabel("Text").fill("Hello {{customer.nam}}.");
        if (javaScriptEnabled) await axe(page);
        await page.getByRole("button", { name: "Save reply" }).click();
        await expect(page.getByText("There is no {{customer.nam}}").first()).toBeVisible();
        await page.getByLabel("Text").fill(`Hello {{customer.name}}, ${name}.`);
        await page.getByRole("button", { name: "Save reply" }).click();
        await expect(page.getByText("Reply added.")).toBeVisible();
      }
      const rows = page.getByRole("region", { name: "In use" }).getByRole("listitem");
      await expect(rows).toHaveText([/^First/, /^Second/]);
      await page.getByRole("button", { name: "Move “Second” up" }).click();
      await expect(rows).toHaveText([/^Second/, /^First/]);
      if (javaScriptEnabled) await axe(page);
      await page.getByRole("link", { name: "First" }).click();
      await page.getByLabel("Keywords").fill("start");
      await page.getByRole("button", { name: "Save reply" }).click();
      await expect(page.getByText("Reply saved.")).toBeVisible();
      await page.getByRole("button", { name: "Archive “Second”" }).click();
      await expect(page.getByText("Reply archived.")).toBeVisible();
      await page.getByRole("link", { name: "Second" }).click();
      await expect(page.getByText("This reply is archived")).toBeVisible();
      if (javaScriptEnabled) await axe(page);
      await page.getByRole("button", { name: "Restore" }).click();
      await expect(page.getByText("Reply restored.")).toBeVisible();
      await page.getByRole("link", { name: team }).click();
      await expect(page.getByText("No replies for this team yet")).toBeVisible();
      await page.getByRole("link", { name: "New reply" }).click();
      await page.getByLabel("Name").fill("Greeting");
      await page.getByLabel("Text").fill("Good morning.");
      await page.getByRole("button", { name: "Save reply" }).click();
      await expect(page.getByText("Reply added.")).toBeVisible();
      await page.getByRole("link", { name: "Greeting" }).click();
      await page.getByLabel("Language", { exact: true }).selectOption("German");
      await page.getByRole("button", { name: "Write in this language" }).click();
      if (javaScriptEnabled) await axe(page);
      await page.getByLabel("Text in German").fill("Guten Morgen.");
      await page.getByRole("button", { name: "Save text" }).click();
      await expect(page.getByText("Text saved.")).toBeVisible();
      await page.getByRole("link", { name: "German" }).click();
      await expect(page.getByLabel("Text in German")).toHaveValue("Guten Morgen.");
      await page.getByRole("button", { name: "Remove text" }).click();
      await expect(page.getByText("Text removed.")).toBeVisible();
      if (javaScriptEnabled) await axe(page);
    });

    test("an admin keeps those of the desk, and the answer box has no button without script", async ({
      page,
      signedInAs,
    }) => {
      const admin = await signedInAs("admin");
      const name = `Outage ${admin.id.slice(-6)} ${javaScriptEnabled}`;
      await page.goto("/agent/settings/canned-replies");
      await page.getByRole("link", { name: "Everybody’s" }).click();
      await page.getByRole("link", { name: "New reply" }).first().click();
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Text").fill("{{desk.name}} is back.");
      await page.getByRole("button", { name: "Save reply" }).click();
      await expect(page.getByText("Reply added.")).toBeVisible();
      await page.getByRole("link", { name }).click();
      await page.getByLabel("Text").fill("{{desk.name}} is back again.");
      await page.getByRole("button", { name: "Save reply" }).click();
      await expect(page.getByText("{{desk.name}} is back again.").first()).toBeVisible();
      if (javaScriptEnabled) await axe(page);
      await page.goto(`/agent/requests/${await aRequest()}`);
      await page.getByRole("textbox", { name: "Message" }).focus();
      await expect(page.getByRole("button", { name: "Insert reply" })).toBeVisible({
        visible: javaScriptEnabled,
      });
    });
  });
