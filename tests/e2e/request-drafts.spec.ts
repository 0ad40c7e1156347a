import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { correct } from "../support/correct";
import { expect, signIn, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { comment, expectTrouble, savedDraft, unfold } from "../support/walk";

test("a correction is kept with what it corrects, so that others' later correction is not overwritten unseen", async ({
  page,
  newVisitor,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer, summary: "The lamp flickers" });
  await page.goto(`/requests/${reference}/correct`);
  await page.getByLabel(/^Summary/).fill("The lamp flickers at night");
  await savedDraft(page);
  const other = await newVisitor();
  await signIn(other, customer);
  await other.goto(`/requests/${reference}/correct`);
  await expect(other.getByLabel(/^Summary/)).toHaveValue("The lamp flickers at night");
  await other.getByRole("button", { name: "Discard draft" }).click();
  await expect(other.getByLabel(/^Summary/)).toHaveValue("The lamp flickers");

  await page.getByLabel(/^Summary/).fill("The lamp flickers each night");
  await expect
    .poll(() => db().draft.findFirst({ where: { personId: customer.id }, select: { fields: true } }))
    .toMatchObject({ fields: { summary: "The lamp flickers each night", edition: "1" } });
  await correct(customer, reference, { summary: "The lamp is dark" });
  await page.reload();
  await expect(page.getByLabel(/^Summary/)).toHaveValue("The lamp flickers each night");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expectTrouble(page, /corrected after you opened the form/);
  await expect(
    page.getByText("This was changed to “The lamp is dark” in the meantime.").first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByRole("heading", { name: "The lamp flickers each night" })).toBeVisible();
  expect(await db().draft.count({ where: { personId: customer.id } })).toBe(0);
});

test("the reason of a move and a comment that is being edited survive a reload too", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  await comment(page, "It hums.");
  await page.getByRole("link", { name: "Edit" }).click();
  const editor = page.getByLabel("Your comment as it should read");
  await editor.fill("It hums and smells.");
  await savedDraft(page);
  await page.reload();
  await expect(editor).toHaveValue("It hums and smells.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("article").getByText("It hums and smells.")).toBeVisible();

  await page.goto(`/requests/${reference}`);
  await (await unfold(page, "Kill the issue")).getByLabel("Do you want to say why?").fill("It went away");
  await savedDraft(page);
  await page.reload();
  const reason = page.getByLabel("Do you want to say why?");
  await expect(reason).toBeVisible();
  await expect(reason).toHaveValue("It went away");
  await axe(page);
  await page.getByRole("button", { name: "Kill the issue" }).click();
  await expect(page.getByRole("listitem").getByText("It went away")).toBeVisible();
  expect(await db().draft.count({ where: { personId: customer.id } })).toBe(0);
});

test("a choice that was taken back in a correction stays taken back after a reload", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const reference = await aRequest({
    by: customer,
    type: "report-a-problem-with-amtl3",
    summary: "The export has lost two columns",
    answers: { impact: "it_is_only_a_flaw", details: "City and street are missing.", where: ["chrome"] },
  });
  await page.goto(`/requests/${reference}/correct`);
  const chrome = page.getByRole("checkbox", { name: "Chrome" });
  await expect(chrome).toBeChecked();
  await chrome.uncheck();
  await savedDraft(page);
  await page.reload();
  await expect(chrome).not.toBeChecked();
});
