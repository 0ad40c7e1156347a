import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest, moveTo, run } from "../support/factories";
import { mailTo } from "../support/mails";
import { comment, expectTrouble } from "../support/walk";

const problem = {
  type: "report-a-problem-with-amtl3",
  summary: "The export has lost two columns",
  answers: { impact: "it_is_only_a_flaw", details: "City and street are missing.", where: ["chrome"] },
};

test("each reads the history from the end they like, and only what they want to see of it", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const desk = await newVisitor();
  const agent = await signedInAs("agent", desk);
  const reference = await aRequest({ by: customer });
  await moveTo(agent, reference, "start");
  await run(agent, act => addNote(act, { reference, body: "Only among us" }));
  await run(agent, act => commentOnRequest(act, { reference, body: "We are on it" }));
  const history = page.getByRole("region", { name: "History" });
  const entries = history.getByRole("listitem");

  await test.step("the customer turns it round, and the answer box comes with it", async () => {
    await page.goto(`/requests/${reference}`);
    await expect(history.getByRole("heading", { level: 3 })).toContainText(/today/i);
    await expect(entries.first()).toContainText("raised this request");
    await page.getByRole("button", { name: "Show newest first" }).press("Enter");
    await expect(entries.first()).toContainText("We are on it");
    await expect(page.getByRole("button", { name: "Show oldest first" })).toBeVisible();
    const boxTop = await page.getByLabel("Your comment").evaluate(box => box.getBoundingClientRect().top);
    const historyTop = await history.evaluate(region => region.getBoundingClientRect().top);
    expect(boxTop).toBeLessThan(historyTop);
    await axe(page);
  });

  await test.step("comments only, by the address too; typed words stay", async () => {
    await page.getByLabel("Your comment").fill("Half a sentence");
    await history.getByRole("link", { name: "Comments only" }).click();
    await expect(page).toHaveURL(/history=comments/);
    await expect(entries).toHaveCount(2);
    await expect(entries.last()).toContainText("raised this request");
    await expect(page.getByLabel("Your comment")).toHaveValue("Half a sentence");
    await page.reload();
    await expect(entries).toHaveCount(2);
    await axe(page);
  });

  await test.step("the link of an entry finds it whatever was filtered", async () => {
    await entries
      .first()
      .getByRole("link", { name: /^Link to this entry, \d\d:\d\d$/ })
      .click();
    await expect(page).toHaveURL(/\?entry=\d+#entry-\d+$/);
    await expect(page.locator("li:target")).toContainText("We are on it");
    await expect(entries).toHaveCount(3);
  });

  await test.step("the agent, who chose nothing, still reads oldest first, with the notes", async () => {
    await desk.goto(`/agent/requests/${reference}?history=comments`);
    const theirs = desk.getByRole("region", { name: "History" }).getByRole("listitem");
    await expect(theirs).toHaveCount(3);
    await expect(theirs.first()).toContainText("raised this request");
    await expect(theirs.nth(1)).toContainText("Only among us");
    await axe(desk);
    await expect(page.getByText("Only among us")).toHaveCount(0);
  });
});

test("turning the history or muting leaves alone what is being typed, and the focus where it is", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const box = page.getByLabel("Your comment");
  for (const [name, next] of [
    ["Show newest first", "Show oldest first"],
    ["Show oldest first", "Show newest first"],
    ["Don’t notify me", "Notify me again"],
    ["Notify me again", "Don’t notify me"],
  ] as const) {
    await box.fill(`Half a thought before “${name}”`);
    await page.getByRole("button", { name }).press("Enter");
    await expect(page.getByRole("button", { name: next })).toBeFocused();
    await expect(box).toHaveValue(`Half a thought before “${name}”`);
  }
  await expect(page.getByRole("button", { name: "Restore them" })).toBeHidden();
});

test("an edited comment says so to both sides and keeps its earlier text", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const desk = await newVisitor();
  await signedInAs("agent", desk);
  const reference = await aRequest({ by: customer });
  const history = page.getByRole("region", { name: "History" });
  await page.goto(`/requests/${reference}`);
  await comment(page, "It was rihgt last week.");
  await page.getByRole("link", { name: "Edit" }).click();
  const field = page.getByLabel("Your comment as it should read");
  await expect(field).toBeFocused();
  await axe(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await desk.goto(`/agent/requests/${reference}`);
  const theirs = desk.getByRole("article");
  await expect(theirs.getByText("It was rihgt last week.")).toBeVisible();
  const message = desk.getByRole("textbox", { name: "Message" });
  await message.fill("Half an answer");

  await test.step("a page that is open shows it, and leaves alone what is being typed", async () => {
    await field.fill("It was right last week.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(field).toBeHidden();
    await expect(history.getByText("It was right last week.")).toBeVisible();
    await expect(theirs.getByText("It was right last week.")).toBeVisible();
    await expect(message).toHaveValue("Half an answer");
  });

  await test.step("a second tab is told what it says now, keeps what was typed, and wins when asked again", async () => {
    await other.getByLabel("Your comment as it should read").fill("It was right on Monday.");
    await other.getByRole("button", { name: "Save" }).click();
    await expectTrouble(other, /edited after you opened it/, /It now says: “It was right last week.”/);
    await expect(other.getByLabel("Your comment as it should read")).toHaveValue("It was right on Monday.");
    await axe(other);
    await other.getByRole("button", { name: "Save" }).click();
    await expect(other.getByRole("article").getByText("It was right on Monday.")).toBeVisible();
  });

  await test.step("the agent reads what it said before", async () => {
    const article = theirs.filter({ hasText: "It was right on Monday." });
    await expect(article).toBeVisible();
    await expect(article.getByText("It was rihgt last week.")).toBeHidden();
    await article.getByText(/^Edited/).click();
    await expect(article.getByText("It was rihgt last week.")).toBeVisible();
    await expect(article.getByRole("link", { name: "Edit" })).toHaveCount(0);
    await axe(desk);
  });
});

test("a request is corrected: the agent reads before and after and is mailed", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  test.slow();
  const customer = await signedInAs("customer");
  const desk = await newVisitor();
  const agent = await signedInAs("agent", desk);
  const reference = await aRequest({ by: customer, ...problem });
  await run(agent, act => claimRequest(act, { reference }));
  await page.goto(`/requests/${reference}`);
  await page.getByRole("link", { name: "Correct" }).click();
  await expect(page.getByLabel(/^Summary/)).toHaveValue(problem.summary);
  await expect(page.getByLabel("It is only a flaw")).toBeChecked();
  await expect(page.getByLabel("Chrome")).toBeChecked();
  await axe(page);
  const other = await page.context().newPage();
  await other.goto(page.url());

  await test.step("conditions hold as when raising, and nothing typed comes back from the dead", async () => {
    await page.getByLabel("Nobody can work").check();
    await page.getByLabel("Chrome").uncheck();
    await page.getByLabel(/^What happened/).fill("");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expectTrouble(page, /How many people are affected/, /What happened/);
    await expect(page.getByLabel("Chrome")).not.toBeChecked();
    await expect(page.getByLabel(/^What happened/)).toHaveValue("");
    await page.getByLabel(/^How many people/).fill("12");
    await page.getByLabel(/^What happened/).fill("City, street and country are missing.");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByText(/corrected\s+the request/)).toBeVisible();
    await axe(page);
  });

  await test.step("an outdated form shows what changed meanwhile and asks once", async () => {
    await other.getByLabel("Some work is blocked").check();
    await other.getByRole("button", { name: "Save the correction" }).click();
    await expectTrouble(other, /corrected after you opened the form/);
    await expect(other.locator("fieldset").filter({ hasText: "How badly" })).toContainText(
      "This was changed to “Nobody can work” in the meantime.",
    );
    await expect(other.getByLabel("Some work is blocked")).toBeChecked();
    await other.getByRole("button", { name: "Save the correction" }).click();
    await expect(other.getByText(/corrected\s+the request/)).toHaveCount(2);
  });

  await test.step("the agent is mailed and reads both", async () => {
    const mail = await mailTo(agent.email, new RegExp(`\\[${reference}\\]`));
    expect(mail.text).toContain("Nobody can work");
    expect(mail.text).toContain("It is only a flaw");
    await desk.goto(`/agent/requests/${reference}`);
    const line = desk.getByRole("listitem").filter({ hasText: "corrected the request" }).first();
    await expect(line).toContainText("It is only a flaw");
    await expect(line).toContainText("Nobody can work");
    await axe(desk);
  });

  await test.step("resolved meanwhile: refused kindly, nothing typed is lost", async () => {
    await page.goto(`/requests/${reference}/correct`);
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await page.getByLabel(/^Summary/).fill("Three columns are lost");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expectTrouble(page, /only open requests can be corrected/);
    await expect(page.getByLabel(/^Summary/)).toHaveValue("Three columns are lost");
    await page.goto(`/requests/${reference}`);
    await expect(page.getByRole("link", { name: "Correct" })).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("order, filter, edit and correction are plain forms and links", async ({ page, signedInAs }) => {
    test.slow();
    const customer = await signedInAs("customer");
    const reference = await aRequest({ by: customer, ...problem });
    await page.goto(`/requests/${reference}`);
    await page.getByLabel("Your comment").fill("Frist words");
    await page.getByRole("button", { name: "Add comment" }).click();
    await page.getByRole("button", { name: "Show newest first" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Frist words" }).first()).toBeVisible();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Your comment as it should read").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Write your comment.").first()).toBeVisible();
    await page.getByLabel("Your comment as it should read").fill("First words");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("article").getByText("First words")).toBeVisible();
    await page
      .getByRole("article")
      .getByText(/^Edited/)
      .click();
    await expect(page.getByText("Frist words")).toBeVisible();
    await page.getByRole("link", { name: "Comments only" }).click();
    await expect(page.getByText("City and street are missing.")).toBeVisible();

    await page.getByRole("link", { name: "Correct", exact: true }).click();
    await page.getByLabel(/^Summary/).fill("x");
    await page.getByLabel("Chrome").uncheck();
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByText(/at least 3 characters/).first()).toBeVisible();
    await expect(page.getByLabel("Chrome")).not.toBeChecked();
    await page.getByLabel(/^Summary/).fill("All columns are lost");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("All columns are lost");
    await expect(page.getByText(/corrected\s+the request/)).toBeVisible();
  });
});
