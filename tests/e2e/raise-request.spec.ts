import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";
import { expectTrouble } from "../support/walk";

const form = "/catalog/report-a-problem-with-amtl3";

test("questions that depend on a choice come and go with it, and say when they are required", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("customer");
  await page.goto("/");
  await page.getByRole("link", { name: "Report a problem with AMTL3" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report a problem with AMTL3");
  await axe(page);
  const people = page.getByRole("textbox", { name: "How many people are affected?" });
  const phone = page.getByRole("textbox", { name: "A number we can call" });
  const message = page.getByRole("textbox", { name: "What does the message say?" });
  for (const field of [people, phone, message]) await expect(field).toBeHidden();

  await page.getByLabel("Some work is blocked").check();
  await expect(people).toHaveAccessibleName(/optional$/);
  await expect(phone).toBeHidden();
  await page.getByLabel("Nobody can work").check();
  await expect(people).toHaveAccessibleName(/required$/);
  await expect(phone).toBeVisible();
  await page.getByLabel("It is only a flaw").check();
  await expect(people).toBeHidden();
  await page.getByLabel("There is an error message").check();
  await expect(message).toHaveAccessibleName(/required$/);
  await expect(message).toHaveAccessibleDescription("At most 2,000 characters.");
  await axe(page);
});

test("all that is wrong is told at once, with a link to each field, and what was typed stays", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("customer");
  await page.goto(form);
  await page.getByLabel("Summary").fill("No");
  await page.getByLabel("Nobody can work").check();
  await page.getByRole("textbox", { name: "How many people are affected?" }).fill("many");
  await page.getByLabel("Firefox").check();
  await page.getByLabel("There is an error message").check();
  await page.getByRole("button", { name: "Send request" }).click();

  const box = await expectTrouble(page, "4 things need your attention");
  await axe(page);
  const links = {
    "Write a summary of at least 3 characters.": page.getByLabel("Summary"),
    "Please enter a number, such as 12 or 3.5.": page.getByRole("textbox", { name: "How many people" }),
    "Please fill in “What happened, and what did you expect?”.": page.getByRole("textbox", {
      name: "What happened",
    }),
    "Please fill in “What does the message say?”.": page.getByRole("textbox", { name: "What does the" }),
  };
  for (const [sentence, field] of Object.entries(links)) {
    await box.getByRole("link", { name: sentence }).click();
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replace(/[?.]/g, "\\$&")));
  }
  await expect(page.getByLabel("Summary")).toHaveValue("No");
  await expect(page.getByLabel("Nobody can work")).toBeChecked();
  await expect(page.getByRole("textbox", { name: "How many people" })).toHaveValue("many");
  await expect(page.getByLabel("Firefox")).toBeChecked();
  await expect(page.getByLabel("There is an error message")).toBeChecked();
});

test("the form states its limits, and cuts nothing off that is longer", async ({ page, signedInAs }) => {
  await signedInAs("customer");
  await page.goto(form);
  const summary = page.getByLabel("Summary");
  await expect(summary).toHaveAccessibleDescription(/At most 200 characters/);
  await summary.pressSequentially("x".repeat(198));
  await summary.pressSequentially("yyyy");
  await expect(summary).toHaveValue(`${"x".repeat(198)}yyyy`);
  await expect(
    page.getByText("2 characters too many: there is room for 200, and this has 202."),
  ).toBeVisible();
});

test("an empty list says what to do next, and the menu counts only what is open", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  for (const show of ["open", "closed", "all"]) {
    await page.goto(`/requests?show=${show}`);
    await expect(page.getByRole("main").getByRole("link", { name: "Raise a request" }).last()).toBeVisible();
    await axe(page);
  }
  await aRequest({ by: customer });
  await aRequest({ by: customer });
  await page.reload();
  await page.getByRole("button", { name: /account menu/ }).click();
  await expect(page.getByRole("link", { name: "Open requests (2)" })).toBeVisible();
});
