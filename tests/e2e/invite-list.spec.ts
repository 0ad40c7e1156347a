import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAdmin } from "../support/factories";
import { mailTo } from "../support/mails";

const file = (text: string, name = "people.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text, "latin1"),
});

test("an admin invites people from a list, once they have seen who would be", async ({ page }) => {
  const mark = Date.now();
  const [one, two] = [`jo-${mark}@list.test`, `kim-${mark}@list.test`];
  const { email: owner } = await aCustomer();
  await signIn(page, await anAdmin());

  await test.step("what is no list is refused at its field", async () => {
    await page.goto("/admin/people/invitations");
    await page.getByRole("link", { name: "Invite from a CSV file" }).click();
    await page.getByRole("button", { name: "Look at the list" }).click();
    await expect(page.getByText("Choose a file.").first()).toBeVisible();
    await page.getByLabel("CSV file").setInputFiles(file("PK\u0003\u0004\0", "people.xlsx"));
    await page.getByRole("button", { name: "Look at the list" }).click();
    await expect(page.getByText("This is not a CSV file.").first()).toBeVisible();
    await axe(page);
  });

  await test.step("a list as Excel saves it is shown with what is wrong, and nothing is sent", async () => {
    const rows = [
      "Größe;E-Mail;Role",
      `1;${one};agent`,
      `2;${two};`,
      `3;${owner};`,
      "4;nobody;",
      `5;${one};admin`,
    ];
    await page.getByLabel("CSV file").setInputFiles(file(rows.join("\r\n")));
    await page.getByRole("button", { name: "Look at the list" }).click();
    const preview = page.getByRole("region", { name: "Who would be invited" });
    await expect(preview.getByText("2 people would be invited.")).toBeVisible();
    await expect(preview.getByText("3 lines are left out; the others are not affected.")).toBeVisible();
    await expect(preview.getByRole("listitem").filter({ hasText: /^Line 4/ })).toContainText(
      "has an account here",
    );
    await expect(preview.getByRole("listitem").filter({ hasText: /^Line 5/ })).toContainText(
      "is not an email address",
    );
    await expect(preview.getByRole("listitem").filter({ hasText: /^Line 6/ })).toContainText("as in line 2");
    await expect(preview.getByRole("listitem").filter({ hasText: /^Line 2/ })).toContainText(`${one}Agent`);
    await axe(page);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await axe(page);
  });

  await test.step("whoever can be is invited, and the others are counted", async () => {
    await page.getByRole("button", { name: "Invite 2 people" }).click();
    await expect(page.getByText("The invitations are on their way. 3 lines were left out.")).toBeVisible();
    await expect(page.getByRole("button", { name: `Send again to ${one}` })).toBeVisible();
    await mailTo(one, /invited/);
    await mailTo(two, /invited/);
  });

  await test.step("a list can be discarded", async () => {
    await page.goto("/admin/people/invitations/list");
    await page.getByLabel("CSV file").setInputFiles(file(`lee-${mark}@list.test`));
    await page.getByRole("button", { name: "Look at the list" }).click();
    await page.getByRole("button", { name: "Discard the list" }).click();
    await expect(page.getByText("The list was discarded. Nobody was invited.")).toBeVisible();
  });
});
