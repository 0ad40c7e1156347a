import { randomBytes } from "node:crypto";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, aRequestIn } from "../support/factories";
import { filterBy } from "../support/walk";

for (const javaScriptEnabled of [true, false])
  test(`an admin saves what is searched as a view for all, which agents find as a tab, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    newVisitor,
    signedInAs,
  }) => {
    const page = await newVisitor({ javaScriptEnabled });
    await signedInAs("admin", page);
    const mark = `zq${randomBytes(3).toString("hex")}`;
    const customer = await aCustomer({ name: `Odette ${mark}` });
    const open = await aRequest({ by: customer });
    const over = await aRequestIn("resolved", { by: customer });
    const references = (at = page) => at.getByRole("row").getByRole("link", { name: /^LDG-\d+$/ });
    const tabs = page.getByRole("navigation", { name: "Which requests" });
    const box = page.getByLabel("Search all requests");
    await page.goto("/agent");
    await expect(page.getByText("Save as view")).toHaveCount(0);
    await box.fill(`status:open from:${mark}`);
    await page.keyboard.press("Enter");
    await page.getByText("Save as view").click();
    await page.getByRole("button", { name: "Save view" }).click();
    await expect(page.getByText("Enter a name.").first()).toBeVisible();
    await page.getByLabel("Name").fill(`Odette’s ${mark}`);
    await page.getByRole("checkbox", { name: "Show it to all agents" }).check();
    if (javaScriptEnabled) await axe(page);
    await page.getByRole("button", { name: "Save view" }).click();
    await expect(page).toHaveURL(`/agent?view=odette-s-${mark}`);
    await expect(tabs.getByRole("link", { name: `Odette’s ${mark} 1` })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expect(references()).toHaveText([open]);

    const colleague = await newVisitor();
    await signedInAs("agent", colleague);
    await colleague.goto("/agent");
    await colleague.getByRole("link", { name: `Odette’s ${mark} 1` }).click();
    await expect(references(colleague)).toHaveText([open]);
    await expect(colleague.getByRole("link", { name: "Manage views" })).toBeVisible();

    await filterBy(page, { Status: "Any status" });
    await expect(references()).toHaveText([over, open]);
    await page.getByRole("button", { name: "Update view" }).click();
    await expect(page).toHaveURL(`/agent?view=odette-s-${mark}`);
    await expect(tabs.getByRole("link", { name: `Odette’s ${mark} 2` })).toBeVisible();
    await expect(page.getByRole("button", { name: "Update view" })).toHaveCount(0);

    await page.getByRole("link", { name: "Manage views" }).click();
    await expect(page).toHaveURL("/admin/views");
    const row = page.getByRole("listitem").filter({ hasText: mark });
    await expect(row).toContainText(`from:${mark}`);
    await row.getByText(/^Rename/).click();
    await row.getByLabel("Name").fill(`Zoë’s ${mark}`);
    await row.getByRole("button", { name: "Save name" }).click();
    await expect(page.getByText("The name was changed.")).toBeVisible();
    if (javaScriptEnabled) await axe(page);
    await row.getByRole("button", { name: /^Archive/ }).click();
    await expect(page.getByText("The view was archived.")).toBeVisible();
    await colleague.reload();
    await expect(colleague.getByText("This view has been archived or deleted")).toBeVisible();
    await axe(colleague);
    await row.getByRole("button", { name: /^Delete/ }).click();
    await expect(page.getByText("The view was deleted.")).toBeVisible();
  });
