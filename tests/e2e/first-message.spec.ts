import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { correct } from "../support/correct";
import { expect, test } from "../support/e2e";
import { anAgent, aRequest, run } from "../support/factories";
import { anUnsentFile, aPicture } from "../support/files";

const problem = {
  type: "report-a-problem-with-amtl3",
  summary: "The export has lost two columns",
  answers: { impact: "it_is_only_a_flaw", details: "City and street are missing.", where: ["chrome"] },
};

for (const width of [390, 1280])
  test(`the request itself comes first at ${width} pixels: its words and files, its facts, and that it was corrected`, async ({
    page,
    newVisitor,
    signedInAs,
  }) => {
    const customer = await signedInAs("customer");
    const file = await anUnsentFile(customer, { name: "screen.png", content: aPicture() });
    const reference = await aRequest({
      by: customer,
      ...problem,
      answers: { ...problem.answers, files: [file.id] },
    });
    await run(await anAgent(), act => commentOnRequest(act, { reference, body: "We look at it" }));
    const desk = await newVisitor();
    await signedInAs("agent", desk);
    for (const [visitor, path] of [
      [page, `/requests/${reference}`],
      [desk, `/agent/requests/${reference}`],
    ] as const) {
      await visitor.setViewportSize({ width, height: 900 });
      await visitor.goto(path);
      const main = visitor.getByRole("main");
      const request = main.getByRole("article").first();
      for (const words of [customer.name, "City and street are missing.", "It is only a flaw", "Chrome"])
        await expect(request.getByText(words, { exact: true })).toBeVisible();
      await expect(request.getByRole("img", { name: "screen.png" })).toBeVisible();
      const bottom = await request.evaluate(box => box.getBoundingClientRect().bottom);
      for (const below of [
        main.getByText("We look at it"),
        main.getByRole("textbox").first(),
        ...(width < 1024 ? [main.getByRole("complementary")] : []),
      ])
        expect(await below.evaluate(box => box.getBoundingClientRect().top)).toBeGreaterThanOrEqual(bottom);
      await axe(visitor);
    }
    await correct(customer, reference, { answers: { ...problem.answers, details: "City is missing." } });
    await page.reload();
    const request = page.getByRole("article").first();
    await expect(request).toContainText("City is missing.");
    await request
      .getByText(/^Corrected/)
      .getByRole("link")
      .click();
    await expect(page.locator("li:target")).toContainText("City and street are missing.");
    await page.getByRole("button", { name: "Show newest first" }).click();
    await expect(page.getByRole("article").last()).toContainText("City is missing.");
    await axe(page);
  });
