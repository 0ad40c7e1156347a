import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, run } from "../support/factories";
import { mailsTo } from "../support/mails";
import { commentsOf } from "../support/records";

const box = (page: Page) => page.getByRole("textbox", { name: "Message" });
const line = (page: Page) => page.locator("#undo-reply");

test("an agent chooses to undo replies, takes one back on the next request, and sends it once nobody objects", async ({
  page,
  signedInAs,
}) => {
  test.slow();
  await signedInAs("agent");
  const mark = randomBytes(4).toString("hex");
  const customer = await aCustomer({ name: `Odile ${mark}` });
  const [first, second] = [
    await aRequest({ by: customer, summary: `First ${mark}`, at: new Date(Date.now() - 7_200_000) }),
    await aRequest({ by: customer, summary: `Second ${mark}` }),
  ];

  await test.step("the settings say how replies go out", async () => {
    await page.goto("/settings");
    await page.getByRole("link", { name: "Writing" }).click();
    await expect(page.getByRole("heading", { name: "Writing", level: 1 })).toBeVisible();
    await axe(page);
    await page.getByRole("radio", { name: "After 10 seconds, in which you can undo them" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Your choice is saved." })).toBeVisible();
  });

  await test.step("the next request opens, the reply can still be undone there, and comes back with its file", async () => {
    await page.goto(`/agent?customer=${mark}`);
    await page.getByRole("link", { name: `First ${mark}` }).click();
    await box(page).fill("The second door on the left.");
    await page.locator("#answer input[type=file]").setInputFiles({
      ...{ name: "plan.txt", mimeType: "text/plain" },
      buffer: Buffer.from("Left, then straight on."),
    });
    await expect(page.getByText("plan.txt", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Send and …" }).click();
    await page.getByRole("radio", { name: "Open the next one in the list" }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page).toHaveURL(new RegExp(`/agent/requests/${second}`));
    await expect(line(page)).toContainText(`Sending ${first} in`);
    expect(await commentsOf(first)).toEqual([]);
    await page.keyboard.press("z");
    await expect(page).toHaveURL(new RegExp(`/agent/requests/${first}`));
    await expect(box(page)).toHaveValue("The second door on the left.");
    await expect(box(page)).toBeFocused();
    await expect(page.getByText("plan.txt", { exact: true })).toBeVisible();
    await expect(line(page)).toBeHidden();
  });

  await test.step("the palette takes it back as well", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(line(page)).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("undo");
    await page.keyboard.press("Enter");
    await expect(box(page)).toHaveValue("The second door on the left.");
    await expect(line(page)).toBeHidden();
    expect(await commentsOf(first)).toEqual([]);
  });

  await test.step("refused when it is due, it stays a draft above the box, and the bell says so", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(line(page)).toBeVisible();
    await run(customer, act => commentOnRequest(act, { reference: first, body: "Never mind, I found it." }));
    await page.goto(`/agent/requests/${first}`);
    const held = page.getByRole("region", { name: "Your reply was not sent" });
    await expect(held).toContainText("The second door on the left.");
    await expect(held).toContainText("Others have written or changed the request in the meantime.");
    await axe(page);
    await page.goto("/notifications");
    await page.getByRole("link", { name: /Your reply was not sent/ }).click();
    await held.getByRole("button", { name: "Put it back into the box" }).click();
    await expect(box(page)).toHaveValue("The second door on the left.");
    await expect(held).toBeHidden();
  });

  await test.step("left alone it is sent, while its writer goes on typing", async () => {
    await page.goto(`/agent/requests/${second}`);
    await box(page).fill("Here you are.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(line(page)).toBeVisible();
    await axe(page);
    await page.goto(`/agent/requests/${second}`);
    await box(page).fill("Half a thought");
    await expect(page.locator(".message").filter({ hasText: "Here you are." })).toBeVisible();
    await expect(box(page)).toHaveValue("Half a thought");
    await expect(line(page)).toBeHidden();
    expect((await commentsOf(second)).map(({ body }) => body)).toEqual(["Here you are."]);
    expect((await mailsTo(customer.email)).map(({ text }) => text).join()).toContain("Here you are.");
  });
});
