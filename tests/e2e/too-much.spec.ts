import { expect, test } from "../support/e2e";
import { aRequest } from "../support/factories";

test("more than a form can carry is answered with a sentence where there is no JavaScript", async ({
  newVisitor,
  signedInAs,
  allowConsoleError,
}) => {
  // The answer is plain text, for which the browser looks for an icon by itself.
  allowConsoleError(/status of 413|favicon/);
  const page = await newVisitor({ javaScriptEnabled: false });
  const customer = await signedInAs("customer", page);
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  await page.getByLabel(/^Files/).setInputFiles(
    [1, 2, 3].map(name => ({
      name: `${name}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.alloc(9_000_000, "x"),
    })),
  );
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("This form is too large.")).toBeVisible();
});
