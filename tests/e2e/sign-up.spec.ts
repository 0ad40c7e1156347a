import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { makePasswordLink } from "@/lib/accounts/passwords";
import { authenticate } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, run } from "../support/factories";
import { linkIn, mailTo } from "../support/mails";
import { expectTrouble, logIn, strongPassword } from "../support/walk";

const mark = () => randomBytes(5).toString("hex");

const passwordLinkOf = ({ id }: PersonActor) => run(operator, act => makePasswordLink(act, id));

async function askForAccount(page: Page, email: string, password = strongPassword(mark())): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Wilma Wanderer");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: /^Password/ }).fill(password);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page).toHaveURL("/sign-up/confirm");
}

test("a new person sees the rules while typing, confirms by the mailed code and is where they were going", async ({
  page,
}) => {
  const email = `wilma-${mark()}@people.test`;
  await page.goto("/catalog/report-a-problem-with-amtl3");
  await page.getByRole("link", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Sign up" })).toBeVisible();
  await axe(page);

  const password = page.getByRole("textbox", { name: /^Password/ });
  const rule = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await page.getByLabel("Your name").fill("Wilma Wanderer");
  await page.getByLabel("Email address").fill(email);
  await password.fill("short");
  await expect(rule("12 characters or more")).not.toContainText("done");
  await password.fill("Password1234!");
  for (const met of ["12 characters or more", "Upper and lower case", "A symbol"])
    await expect(rule(met)).toContainText("done");
  await expect(rule("Not only dictionary words")).not.toContainText("done");
  await expect(page.getByText(/^Too easy to guess/)).toBeVisible();
  await axe(page);

  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expectTrouble(page, "Please choose another password.", "Too easy to guess");
  await expect(page.getByLabel("Your name")).toHaveValue("Wilma Wanderer");
  await expect(page.getByLabel("Email address")).toHaveValue(email);
  await axe(page);

  await password.fill(strongPassword(mark()));
  await expect(rule("Not only dictionary words")).toContainText("done");
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await axe(page);

  const mail = await mailTo(email, /Confirm your email address/);
  const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? "none";
  expect(mail.html).toContain(code);
  const codeField = page.getByLabel("Six-digit code");
  await codeField.fill(code === "123456" ? "654321" : "123456");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expectTrouble(page, "That is not the code we mailed. You have 4 more tries.");
  await axe(page);

  await codeField.fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL("/catalog/report-a-problem-with-amtl3");
  await expect(page.getByRole("button", { name: /^Wilma Wanderer ?, account menu$/ })).toBeVisible();
});

test("signing up tells nobody whether an address is known; only its mail does", async ({
  page,
  newVisitor,
}) => {
  const known = await aCustomer();
  const unknown = `nova-${mark()}@people.test`;
  const other = await newVisitor();
  await askForAccount(page, known.email);
  await askForAccount(other, unknown);
  const main = page.getByRole("main");
  expect(await main.ariaSnapshot()).toBe(await other.getByRole("main").ariaSnapshot());

  expect((await mailTo(known.email)).subject).toBe("You already have an account at Lodge");
  expect((await mailTo(unknown)).subject).toBe("Confirm your email address for Lodge");

  for (const browser of [page, other]) {
    await browser.getByLabel("Six-digit code").fill("000000");
    await browser.getByRole("button", { name: "Confirm" }).click();
    await expectTrouble(browser, "That is not the code we mailed. You have 4 more tries.");
  }
  expect(await main.ariaSnapshot()).toBe(await other.getByRole("main").ariaSnapshot());
});

for (const javaScriptEnabled of [true, false])
  test(`the mailed link asks for a name and a password in any other browser, and is told to be dead at once: ${javaScriptEnabled ? "with" : "without"} script`, async ({
    page,
    newVisitor,
  }) => {
    test.slow();
    const email = `elsa-${mark()}@people.test`;
    const typed = strongPassword(mark());
    const chosen = strongPassword(mark());
    await askForAccount(page, email, typed);
    const mail = await mailTo(email, /Confirm your email address/);
    const link = linkIn(mail, "/sign-up/confirm/");
    const other = await newVisitor({ javaScriptEnabled });
    for (let scan = 0; scan < 3; scan++) await other.goto(link);
    await expect(other).toHaveURL("/sign-up/finish");
    await expect(other.getByText(email)).toBeVisible();
    await expect(other.getByText("Wilma Wanderer")).toBeHidden();
    if (javaScriptEnabled) await axe(other);
    await other.getByLabel("Your name").fill("Elsa Elsewhere");
    await other.getByLabel(/^Password/).fill("short");
    await other.getByRole("button", { name: "Create my account" }).click();
    await expect(other.getByText(/The password needs/).first()).toBeVisible();
    await expect(other.getByLabel("Your name")).toHaveValue("Elsa Elsewhere");
    await other.getByLabel(/^Password/).fill(chosen);
    await other.getByRole("button", { name: "Create my account" }).click();
    await expect(other.getByRole("button", { name: /^Elsa Elsewhere ?, account menu$/ })).toBeVisible();

    await page.getByLabel("Six-digit code").fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? "");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expectTrouble(page, "You already have an account with this address. Please log in.");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link is no longer valid" })).toBeVisible();
    await axe(page);
    await page.getByRole("link", { name: "Log in" }).click();
    await logIn(page, email, typed);
    await expectTrouble(page, "The email address or the password is not right.");
    await logIn(page, email, chosen);
    await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible();
  });

for (const javaScriptEnabled of [true, false])
  test(`a forgotten password is set by a link that names the account and ends the visit under way: ${javaScriptEnabled ? "with" : "without"} script`, async ({
    newVisitor,
  }) => {
    test.slow();
    const owner = await aCustomer({ password: strongPassword(mark()) });
    const fresh = strongPassword(mark());
    const browser = await newVisitor({ javaScriptEnabled });
    await browser.goto("/sign-in?next=/settings");
    await browser.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(browser).toHaveURL(/\/reset/);
    await browser.getByLabel("Email address").fill(owner.email);
    await browser.getByRole("button", { name: "Send me a link" }).click();
    await expect(browser.getByRole("status")).toContainText("an email is on its way");
    const link = linkIn(await mailTo(owner.email), "/set-password/");
    await signIn(browser, await aCustomer());
    for (let scan = 0; scan < 3; scan++) await browser.goto(link);
    await expect(browser).toHaveURL("/set-password");
    await expect(browser.getByText(owner.email)).toBeVisible();
    if (javaScriptEnabled) await axe(browser);
    await browser.getByLabel("New password").fill("short");
    await browser.getByRole("button", { name: "Set password" }).click();
    await expect(browser.getByText(/The password needs/).first()).toBeVisible();
    await browser.getByLabel("New password").fill(fresh);
    await browser.getByRole("button", { name: "Set password" }).click();
    await expect(browser.getByText("Your new password is set. Log in with it.")).toBeVisible();
    await expect(browser).toHaveURL(/next=%2Fsettings$/);
    await browser.goto(link);
    await expect(browser.getByRole("heading", { name: "This link is no longer valid" })).toBeVisible();
    if (javaScriptEnabled) await axe(browser);
    await browser.goto("/sign-in");
    await logIn(browser, owner.email, fresh);
    await expect(browser.getByRole("button", { name: /account menu/ })).toBeVisible();
  });

test("a form acts on the link that it shows, and on no other that was opened since", async ({ page }) => {
  const [owner, stranger] = [await aCustomer(), await aCustomer()];
  await page.goto(`/set-password/${await passwordLinkOf(owner)}`);
  await expect(page.getByText(owner.email)).toBeVisible();
  const planted = await page.context().newPage();
  await planted.goto(`/set-password/${await passwordLinkOf(stranger)}`);
  const fresh = strongPassword(mark());
  await page.getByLabel("New password").fill(fresh);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your new password is set. Log in with it.")).toBeVisible();
  expect(await authenticate({ email: owner.email, password: fresh })).toMatchObject({ personId: owner.id });
  await expect(authenticate({ email: stranger.email, password: fresh })).rejects.toMatchObject({
    code: "log_in.wrong",
  });
});

test("another email can be asked for only after a wait, and the desk says how long", async ({ page }) => {
  await askForAccount(page, `tarry-${mark()}@people.test`);
  await page.getByRole("button", { name: "Send another email" }).click();
  await expectTrouble(page, /Please wait \d+ more seconds/);
  await axe(page);
});
