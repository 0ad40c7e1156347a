import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";

for (const javaScriptEnabled of [true, false])
  test(`a refused form of one field says so once, at the field, which has the focus, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    newVisitor,
  }) => {
    const page = await newVisitor({ javaScriptEnabled });
    await page.goto("/reset");
    await page.getByRole("button", { name: "Send me a link" }).click();
    const field = page.getByLabel("Email address");
    await expect(field).toHaveAccessibleDescription(/Enter your email address/);
    await expect(field).toBeFocused();
    await expect(page.getByText("Enter your email address.")).toHaveCount(1);
    if (javaScriptEnabled) await axe(page);
  });

test("where nothing is, a stranger is offered the catalog before requests that they do not have", async ({
  page,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  await page.goto("/no-such-page");
  const ways = page.getByRole("main").getByRole("link");
  await expect(ways.first()).toHaveText("Raise a request");
  await expect(ways.first()).toHaveAttribute("href", "/");
});
