import { randomBytes } from "node:crypto";
import { commentOnRequest } from "@/lib/requests/comments";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, moveTo, run } from "../support/factories";
import { linkIn, mailsTo, mailTo } from "../support/mails";
import { withholdNews } from "../support/walk";

const password = "Harbour-lamp 27 quietly!";

test("a person who has never seen the desk signs up, raises a request and follows it to its end", async ({
  page,
}) => {
  test.slow();
  const email = `vera-${randomBytes(4).toString("hex")}@people.test`;

  await test.step("is led to sign up, and told what is wrong with a weak password", async () => {
    await page.goto("/catalog/report-a-problem-with-amtl3");
    await page.getByRole("link", { name: "Sign up" }).click();
    await page.getByLabel("Your name").fill("Vera Lind");
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel(/^Password/).fill("Password-1234");
    await expect(page.getByText(/Too easy to guess/)).toBeVisible();
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "another password" })).toBeFocused();
    await expect(page.getByLabel("Your name")).toHaveValue("Vera Lind");
    await axe(page);
  });

  await test.step("confirms the address by the mailed code, and is back where they were going", async () => {
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page).toHaveURL(/confirm$/);
    const code = /\b\d{6}\b/.exec((await mailTo(email, /Confirm/)).text)?.[0] ?? "";
    await page.getByLabel("Six-digit code").fill(code === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText(/You have 4 more tries/).first()).toBeVisible();
    await axe(page);
    await page.getByLabel("Six-digit code").fill(code);
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page).toHaveURL(/catalog\/report-a-problem/);
  });

  await test.step("fills the form, and is told of everything that is missing at once", async () => {
    await expect(page.getByLabel("How many people are affected?")).toBeHidden();
    await page.getByRole("button", { name: "Send request" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "3 things need your attention" });
    await expect(summary).toBeFocused();
    await axe(page);
    await summary.getByRole("link", { name: /Write a short summary/ }).click();
    await expect(page.getByLabel(/^Summary/)).toBeFocused();
    await page.getByLabel(/^Summary/).fill("The report never ends");
    await page.getByLabel("Nobody can work").check();
    await page.getByLabel(/^How many people are affected/).fill("twelve");
    await page.getByLabel(/^What happened/).fill("It spins.");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByText(/Please enter a number/).first()).toBeVisible();
    await expect(page.getByLabel(/^What happened/)).toHaveValue("It spins.");
    await page.getByLabel(/^How many people are affected/).fill("12");
    await page.getByRole("button", { name: "Send request" }).click();
  });

  const reference = await test.step("gets the confirmation, on the page and by mail", async () => {
    await expect(page.getByRole("heading", { name: /We have received LDG-\d+/ })).toBeVisible();
    await axe(page);
    const reference = /LDG-\d+/.exec(page.url())?.[0] ?? "";
    const mail = await mailTo(email, /^\[LDG/);
    expect(mail.subject).toBe(`[${reference}] The report never ends`);
    await page.goto(linkIn(mail, `/requests/${reference}`));
    await expect(page.getByRole("heading", { level: 1, name: "The report never ends" })).toBeVisible();
    return reference;
  });

  await test.step("finds it in the menu beside the avatar and in the list", async () => {
    await page.getByRole("button", { name: /account menu/ }).click();
    await axe(page);
    await page.getByRole("link", { name: "Open requests (1)" }).click();
    await expect(page.getByRole("row").filter({ hasText: reference })).toContainText("Waiting for support");
    await axe(page);
    await page.getByRole("link", { name: reference }).click();
  });

  await test.step("comments, is asked by support, and responds", async () => {
    await page.getByLabel("Your comment").fill("It is **still** spinning.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("It is still spinning.")).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("");
    const agent = await anAgent({ name: "Sam Support" });
    await moveTo(agent, reference, "ask", { body: "Which report is it?" });
    expect((await mailTo(email, /^\[LDG/)).text).toContain("Which report is it?");
    await page.reload();
    await expect(page.getByText("Support is waiting for your answer")).toBeVisible();
    await axe(page);
    await page.getByLabel("Your answer").fill("The monthly one.");
    await page.getByRole("button", { name: "Respond to support" }).click();
    await expect(page.getByText("The monthly one.")).toBeVisible();
    await moveTo(agent, reference, "resolve", { resolution: "done", body: "Mended." });
    expect((await mailTo(email, /^\[LDG/)).text).toContain("Mended.");
  });

  await test.step("re-opens it, and kills it with a reason", async () => {
    await page.reload();
    await expect(page.getByText(/You can re-open this request until/)).toBeVisible();
    await page.locator("summary").filter({ hasText: "Re-open" }).click();
    await page.getByLabel(/Do you want to say why/).fill("Not mended.");
    await page.getByRole("group").getByRole("button", { name: "Re-open" }).click();
    await expect(page.getByText("Not mended.")).toBeVisible();
    await page.locator("summary").filter({ hasText: "Kill the issue" }).click();
    await axe(page);
    await page.getByLabel(/Do you want to say why/).fill("Never mind.");
    await page.getByRole("group").getByRole("button", { name: "Kill the issue" }).click();
    await expect(page.getByText("Resolved by customer").first()).toBeVisible();
    await page.goto("/requests?show=closed");
    await expect(page.getByRole("link", { name: reference })).toBeVisible();
  });

  await test.step("heard of each act of support once, in one thread, and of none of their own", async () => {
    const mails = mailsTo(email).filter(mail => mail.subject.startsWith("[LDG"));
    expect(mails).toHaveLength(3);
    expect(new Set(mails.map(mail => String(mail.headers.references))).size).toBe(1);
  });
});

test("an address that has an account is told so by mail, and the page does not tell", async ({ page }) => {
  const { email } = await aCustomer();
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Vera Lind");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  expect((await mailTo(email)).subject).toContain("You already have an account");
});

test("a comment typed while support resolved the request asks whether it re-opens it, and is kept", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const { aRequest } = await import("../support/factories");
  const reference = await aRequest({ by: customer });
  await withholdNews(page);
  await page.goto(`/requests/${reference}`);
  await page.getByLabel("Your comment").fill("One more thing");
  const agent = await anAgent();
  await moveTo(agent, reference, "resolve", { resolution: "answered" });
  await run(agent, act => commentOnRequest(act, { reference, body: "Bye", afterResolved: "keep" }));
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("This request has been resolved.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("One more thing");
  await page.getByLabel(/Yes, re-open it/).check();
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("Waiting for support").first()).toBeVisible();
});
