import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { anAgent, aRequest } from "../support/factories";

test("of colleagues with one name a note asks whom it means, and tells the one who was picked", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("agent");
  const name = `Kim ${randomBytes(4).toString("hex")}`;
  const [one, other] = [await anAgent({ name }), await anAgent({ name })];
  await page.goto(`/agent/requests/${await aRequest()}`);
  const box = page.locator("#answer-body");
  const options = page.getByRole("listbox", { name: "Colleagues" }).getByRole("option");
  await box.click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");

  await test.step("the name alone is refused at its field, and what was typed stays", async () => {
    await page.keyboard.type(`@${name}, can you call them?`);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(`Error: Several colleagues are called ${name}.`)).toBeVisible();
    await expect(box).toHaveValue(`@${name}, can you call them?`);
    await axe(page);
  });

  await test.step("the list tells them apart by their addresses, and puts the chosen one's into the note", async () => {
    await box.fill("");
    await box.pressSequentially(`@${name}`);
    const both = [one, other].map(({ email }) => email).sort();
    await expect(options).toContainText(both);
    await axe(page);
    if (both[0] !== other.email) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(box).toHaveValue(`@${other.email} `);
    await page.keyboard.type("can you call them?");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator(".message.note mark")).toHaveText(`@${name}`);
    const told = await db().mention.findMany({
      where: { personId: { in: [one.id, other.id] } },
      select: { personId: true, words: true },
    });
    expect(told).toEqual([{ personId: other.id, words: other.email }]);
  });
});
