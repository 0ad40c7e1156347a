import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { anAgent, aRequest, aRequestIn } from "../support/factories";
import { aPicture } from "../support/files";
import { rowOf } from "../support/records";
import { expectTrouble, withholdNews } from "../support/walk";

const picture = { name: "screen.png", mimeType: "image/png", buffer: aPicture(120, 80) };
const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("What we saw.") };
const markup = { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<script>1</script>") };

const filesOf = (page: Page) => page.getByLabel(/^Files/);
const beside = (page: Page, name: string) => page.getByRole("button", { name: `Remove ${name}` });

/** Gives files to the page as the mouse or the clipboard does. */
async function give(page: Page, how: "drop" | "paste", name: string, bytes: Buffer): Promise<void> {
  const target = how === "drop" ? "[data-files]" : "textarea";
  await page
    .locator(target)
    .first()
    .evaluate(
      (element, { how, name, bytes }) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
        element.dispatchEvent(
          how === "drop"
            ? new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: files, bubbles: true, cancelable: true }),
        );
      },
      { how, name, bytes: [...bytes] },
    );
}

test("files are chosen, dropped, pasted and taken out again, and go along with the comment", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await withholdNews(page);
  await page.goto(`/requests/${reference}`);
  await filesOf(page).setInputFiles([picture, notes]);
  await expect(beside(page, "screen.png")).toBeVisible();
  await give(page, "drop", "dropped.png", aPicture());
  await give(page, "paste", "pasted.png", aPicture());
  await expect(beside(page, "dropped.png")).toBeVisible();
  await expect(beside(page, "pasted.png")).toBeVisible();
  await beside(page, "dropped.png").click();
  await expect(filesOf(page)).toBeFocused();
  await axe(page);

  await page.reload();
  await expect(beside(page, "dropped.png")).toBeHidden();
  await expect(beside(page, "notes.txt")).toBeVisible();
  await page.getByLabel("Your comment").fill("Look at these.");
  await page.getByRole("button", { name: "Add comment" }).click();
  const said = page.getByRole("article").filter({ hasText: "Look at these." });
  await expect(said.getByRole("link", { name: "notes.txt" })).toBeVisible();
  await expect(said.getByRole("img", { name: "screen.png" })).toBeVisible();
  await expect(beside(page, "notes.txt")).toBeHidden();
  await axe(page);

  const small = await said.getByRole("img", { name: "screen.png" }).boundingBox();
  await said.locator("summary").first().click();
  const large = await said.getByRole("img", { name: "screen.png" }).boundingBox();
  expect(large?.height).not.toBe(small?.height);
  const download = page.waitForEvent("download");
  await said.getByRole("link", { name: "notes.txt" }).click();
  expect((await download).suggestedFilename()).toBe("notes.txt");
});

test("a file that cannot be taken is told beside the others, which are kept", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 422|net::ERR/);
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const large = { name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc(10_000_001, "x") };
  await filesOf(page).setInputFiles([notes, markup, large]);
  await expect(beside(page, "notes.txt")).toBeVisible();
  await expect(page.getByText("“page.html” is of a kind that the desk does not take.")).toBeVisible();
  await expect(page.getByText("Files can be up to 10 MB; “large.txt” has 10.0 MB.")).toBeVisible();
  const many = Array.from({ length: 10 }, (_, index) => ({ ...notes, name: `${index}.txt` }));
  await filesOf(page).setInputFiles(many);
  await expect(page.getByText("You can attach at most 10 here, so “9.txt” was left out.")).toBeVisible();
  await expect(beside(page, "8.txt")).toBeVisible();
  await axe(page);

  await beside(page, "8.txt").click();
  await page.route("**/api/files?*", route => route.abort());
  await filesOf(page).setInputFiles([{ ...notes, name: "lost.txt" }]);
  await expect(page.getByText("“lost.txt” could not be uploaded: the desk cannot be reached")).toBeVisible();
});

test("sending waits for a file that is on its way, and stays when it does not arrive", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/net::ERR/);
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await withholdNews(page);
  await page.goto(`/requests/${reference}`);
  let arrive = (_: boolean) => {};
  const arrives = () =>
    new Promise<boolean>(resolve => {
      arrive = resolve;
    });
  let arrival = arrives();
  await page.route("**/api/files?*", async route => ((await arrival) ? route.continue() : route.abort()));
  await page.getByLabel("Your comment").fill("With a file.");
  await filesOf(page).setInputFiles([notes]);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  arrive(false);
  await expect(page.getByText("“notes.txt” could not be uploaded")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add comment" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveText(/raised this request/);

  arrival = arrives();
  await filesOf(page).setInputFiles([notes]);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  arrive(true);
  await expect(page.getByRole("article").getByRole("link", { name: "notes.txt" })).toBeVisible();
  await expect(page.getByRole("article").getByText("With a file.")).toBeVisible();
});

test("a file that comes while the form is being sent is told that it is too late", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await withholdNews(page);
  await page.goto(`/requests/${reference}`);
  let letGo = () => {};
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  await page.route(`**/requests/${reference}`, async route => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await page.getByLabel("Your comment").fill("Without a file.");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  await filesOf(page).setInputFiles([notes]);
  await expect(
    page.getByText("“notes.txt” was not attached, because the form is already being sent."),
  ).toBeVisible();
  letGo();
  await expect(page.getByRole("article").getByText("Without a file.")).toBeVisible();
  expect(await db().file.count({ where: { ownerId: customer.id } })).toBe(0);
});

test("a file that is attached after a mistake goes along as well, and no other tab's does", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequestIn("resolved", { by: customer });
  await withholdNews(page);
  await page.goto(`/requests/${reference}`);
  const other = await page.context().newPage();
  await withholdNews(other);
  await other.goto(`/requests/${reference}`);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expectTrouble(page, "Write your comment, or attach a file.");
  await filesOf(page).setInputFiles([notes]);
  await expect(page.getByText("notes.txt is attached.")).toBeAttached();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expectTrouble(page, "Should your comment re-open it?");
  await page.getByLabel(/^No, just add/).check();
  await filesOf(page).setInputFiles([picture]);
  await expect(beside(page, "screen.png")).toBeVisible();
  await filesOf(other).setInputFiles([{ ...notes, name: "later.txt" }]);
  await expect(beside(other, "later.txt")).toBeVisible();
  await page.getByRole("button", { name: "Add comment" }).click();
  const said = page.getByRole("article").last();
  await expect(said.getByRole("link", { name: "notes.txt" })).toBeVisible();
  await expect(said.getByRole("link", { name: "screen.png" })).toBeVisible();
  await expect(said.getByRole("link", { name: "later.txt" })).toBeHidden();
  await other.reload();
  await expect(beside(other, "later.txt")).toBeVisible();
  await expect(beside(other, "notes.txt")).toBeHidden();
});

test("going away and back shows the files that lie there", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto("/requests");
  await page.getByRole("link", { name: reference }).click();
  await expect(page).toHaveURL(new RegExp(`${reference}$`));
  await filesOf(page).setInputFiles([notes, picture]);
  await expect(beside(page, "notes.txt")).toBeVisible();
  await expect(beside(page, "screen.png")).toBeVisible();
  const removed = page.waitForResponse(answer => answer.request().method() === "DELETE");
  const told = page.waitForResponse(answer => answer.url().includes(`${reference}?_rsc`));
  await beside(page, "notes.txt").click();
  await removed;
  await told;
  await page.getByRole("link", { name: "Your requests" }).click();
  await expect(page).toHaveURL(/\/requests$/);
  await page.goBack();
  await expect(beside(page, "screen.png")).toBeVisible();
  await expect(beside(page, "notes.txt")).toBeHidden();
});

test("a request is raised with files, corrected in them, and read by support with its pictures", async ({
  page,
  signedInAs,
  newVisitor,
}) => {
  test.slow();
  await signedInAs("customer");
  await page.goto("/catalog/other-manual-request");
  await filesOf(page).setInputFiles([picture, notes]);
  await expect(beside(page, "notes.txt")).toBeVisible();
  await page.getByRole("button", { name: "Send request" }).click();
  await expectTrouble(page, "Write a short summary.");
  await page.getByLabel(/^Summary/).fill("With files");
  await page.getByLabel(/^How can we help/).fill("See there.");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByRole("link", { name: "Open the request" }).click();
  await expect(page.getByRole("link", { name: "notes.txt" })).toBeVisible();
  await page.getByRole("link", { name: "Correct" }).click();
  await beside(page, "notes.txt").click();
  await filesOf(page).setInputFiles([{ ...notes, name: "better.txt" }]);
  await expect(beside(page, "better.txt")).toBeVisible();
  await page.getByRole("button", { name: "Save the correction" }).click();
  const change = page.getByRole("listitem").filter({ hasText: "Before" }).last();
  await expect(change.getByRole("link", { name: "notes.txt" })).toBeVisible();
  await expect(change.getByRole("link", { name: "better.txt" })).toBeVisible();

  const desk = await newVisitor();
  await signedInAs("agent", desk);
  const reference = /LDG-\d+/.exec(page.url())?.[0] ?? "";
  await desk.goto(`/agent/requests/${reference}`);
  const request = desk.getByRole("article").filter({ hasText: "raised this request" });
  await expect(request.getByRole("img", { name: "screen.png" })).toBeVisible();
  await desk.getByText("Internal note", { exact: true }).first().click();
  await filesOf(desk).setInputFiles([{ ...notes, name: "between-us.txt" }]);
  await expect(beside(desk, "between-us.txt")).toBeVisible();
  await desk.getByRole("button", { name: "Add internal note" }).click();
  await expect(desk.getByRole("article").getByRole("link", { name: "between-us.txt" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("between-us.txt")).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("files go along with the form, are kept through a mistake, and can be left out", async ({
    page,
    signedInAs,
  }) => {
    const customer = await signedInAs("customer");
    const reference = await aRequestIn("resolved", { by: customer, agent: await anAgent() });
    await page.goto(`/requests/${reference}`);
    await page.getByLabel("Your comment").fill("It came back.");
    await filesOf(page).setInputFiles([picture, notes, markup]);
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("Not every file could be attached.")).toBeVisible();
    await expect(
      page.getByText("“page.html” is of a kind that the desk does not take.").first(),
    ).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("It came back.");
    await expect(page.getByRole("checkbox", { name: "screen.png" })).toBeChecked();
    await page.getByRole("checkbox", { name: "notes.txt" }).uncheck();
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText(/Should your comment re-open it/)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "screen.png" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "notes.txt" })).not.toBeChecked();
    await page.getByLabel(/Yes, re-open it/).check();
    await page.getByRole("button", { name: "Add comment" }).click();
    const said = page.getByRole("article").filter({ hasText: "It came back." });
    await expect(said.getByRole("img", { name: "screen.png" })).toBeVisible();
    await expect(said.getByRole("link", { name: "notes.txt" })).toBeHidden();
    await expect(page.getByRole("checkbox", { name: "notes.txt" })).toBeHidden();
    const { id } = await rowOf(reference);
    expect(await db().file.count({ where: { requestId: id } })).toBe(1);
  });
});
