import { trySpending } from "@/lib/rate-limit";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer } from "../support/factories";
import { linkIn, mailsTo, mailTo } from "../support/mails";
import { logIn } from "../support/walk";

const password = "Harbour-lamp 27 quietly!";
const many = "There were many wrong log-ins for this address.";
const wait = "Please wait 15 minutes, then enter your password once more.";

/** As strangers from many networks do. */
async function flood(email: string): Promise<void> {
  await trySpending("logInToAccount", email, 40);
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an owner whom a stranger's tries make wait is told how long, and gets in by a mailed link", async ({
      page,
      newVisitor,
    }) => {
      test.slow();
      const { email } = await aCustomer({ password });
      await flood(email);
      await page.goto("/sign-in?next=/settings");
      await logIn(page, email, password);
      await expect(page.getByText(many)).toBeVisible();
      await expect(page.getByText(wait).first()).toBeVisible();
      await expect(page.getByLabel("Email address")).toHaveValue(email);
      if (javaScriptEnabled) await axe(page);

      await page.getByRole("button", { name: "Email me a link" }).click();
      await expect(
        page.getByText(/If there is an account with that address, an email is on its way/),
      ).toBeVisible();
      const link = linkIn(await mailTo(email, /log in/), "/log-in/");

      await test.step("programs that look at mails do not use the link up", async () => {
        const scanner = await newVisitor();
        for (let look = 0; look < 2; look++) {
          await scanner.goto(link);
          await expect(scanner).toHaveURL(/\/log-in$/);
        }
      });

      await page.goto(link);
      await expect(page).toHaveURL(/\/log-in$/);
      await expect(page.getByText(`You will be logged in as ${email}.`)).toBeVisible();
      if (javaScriptEnabled) await axe(page);
      await page.getByRole("button", { name: "Log in" }).click();
      await expect(page).toHaveURL(/\/settings$/);
      await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible();

      const late = await newVisitor({ javaScriptEnabled });
      await late.goto(link);
      await expect(late.getByRole("heading", { name: "This link is no longer valid" })).toBeVisible();
    });

    test("a browser that has logged in before gets in while a stranger keeps trying", async ({
      page,
      newVisitor,
    }) => {
      test.slow();
      const { email } = await aCustomer({ password });
      await page.goto("/sign-in");
      await logIn(page, email, password);
      await expect(page.getByRole("button", { name: /account menu/ })).toBeVisible();
      const device = (await page.context().cookies()).find(({ name }) => name === "lodge-devices");
      expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax" });
      // An open page would notice that it is logged out.
      await page.goto("about:blank");
      await page.context().clearCookies({ name: "lodge-session" });

      await flood(email);
      const stranger = await newVisitor({ javaScriptEnabled });
      await stranger.goto("/sign-in");
      await logIn(stranger, email, password);
      await expect(stranger.getByText(many)).toBeVisible();
      await page.goto("/sign-in?next=/settings");
      await logIn(page, email, password);
      await expect(page).toHaveURL(/\/settings$/);
    });
  });

test("six wishes for a link bring one answer and five mails", async ({ page }) => {
  test.slow();
  const { email } = await aCustomer({ password });
  await flood(email);
  for (let wish = 0; wish < 6; wish++) {
    await page.goto("/sign-in");
    await logIn(page, email, "Wrong-lamp once more!");
    await page.getByRole("button", { name: "Email me a link" }).click();
    await expect(page.getByText(/an email is on its way/)).toBeVisible();
  }
  const links = () => mailsTo(email).filter(({ subject }) => /log in/.test(subject)).length;
  await expect.poll(links).toBe(5);
  // Asked for later, so that a sixth would be there before it.
  await page.goto("/reset");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await mailTo(email, /Set a new password/);
  expect(links()).toBe(5);
});
