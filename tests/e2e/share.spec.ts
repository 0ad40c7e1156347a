import { axe } from "../support/axe";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, anAddress, anInvitation, aParticipant, aRequest, aRequestIn } from "../support/factories";
import { linkIn, mailTo } from "../support/mails";
import { comment, expectTrouble, strongPassword, unfold } from "../support/walk";

test("shared while raising with somebody new, who signs up from the mail, takes part and is removed", async ({
  page,
  newVisitor,
  signedInAs,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/status of 404/);
  await signedInAs("customer");
  const guest = await newVisitor();
  const email = anAddress("guest");

  await test.step("bad addresses are named, and what was typed stays", async () => {
    await page.goto("/catalog/other-manual-request");
    await page.getByLabel("Summary").fill("Keys for the new office");
    await page
      .getByLabel(/Details|happened|help/i)
      .first()
      .fill("Two of them.");
    await page.getByLabel("Share with").fill(`${email}, nonsense`);
    await page.getByRole("button", { name: "Send request" }).click();
    await expectTrouble(page, "“nonsense” is not an email address");
    await expect(page.getByLabel("Share with")).toHaveValue(`${email}, nonsense`);
    await axe(page);
    await page.getByLabel("Share with").fill(email);
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByText(`An invitation goes to ${email}`)).toBeVisible();
  });

  const link = linkIn(await mailTo(email, /An invitation to a request/), "/invitations/");
  await test.step("the guest signs up with that address and comes back to accept", async () => {
    await guest.goto(link);
    await expect(guest.getByText("Keys for the new office")).toBeHidden();
    await axe(guest);
    await guest.getByRole("link", { name: "Sign up" }).click();
    await guest.getByLabel("Your name").fill("Gwen Guest");
    await guest.getByLabel("Email address").fill(email);
    await guest.getByLabel(/^Password/).fill(strongPassword("gwen"));
    await guest.getByRole("button", { name: "Sign up" }).click();
    const code = /\b\d{6}\b/.exec((await mailTo(email, /Confirm/)).text)?.[0] ?? "";
    await guest.getByLabel("Six-digit code").fill(code);
    await guest.getByRole("button", { name: "Confirm" }).click();
    await expect(guest.getByRole("heading", { name: "A request is shared with you" })).toBeVisible();
    await axe(guest);
    await guest.getByRole("button", { name: "Accept the invitation" }).click();
    await expect(guest.getByRole("heading", { name: "Keys for the new office" })).toBeVisible();
  });

  await test.step("they comment, and see what they may do", async () => {
    await comment(guest, "Three, please.");
    await expect(guest.getByText("Kill the issue")).toBeHidden();
    await axe(guest);
    await guest.goto(link);
    await expect(guest.getByRole("heading", { name: "You’ve already joined" })).toBeVisible();
    await page.getByRole("link", { name: "Open the request" }).click();
    await expect(page.getByText("Three, please.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Shared with" })).toContainText("Gwen Guest");
    await axe(page);
  });

  await test.step("once removed they find nothing", async () => {
    await guest.getByRole("link", { name: "Open the request" }).click();
    const people = page.getByRole("region", { name: "Shared with" });
    await people.getByText("Remove", { exact: true }).click();
    await people.getByRole("button", { name: "Remove Gwen Guest" }).click();
    await expect(people.getByRole("status")).toContainText("Removed");
    await expect(people).not.toContainText("added by");
    await expect(guest.getByText("Page not found")).toBeVisible();
    expect((await guest.request.get(guest.url())).status()).toBe(404);
  });
});

test("works without JavaScript: invite, send again, withdraw, accept, respond, leave", async ({
  newVisitor,
  allowConsoleError,
}) => {
  test.slow();
  allowConsoleError(/status of 404/);
  const requester = await aCustomer();
  const reference = await aRequestIn("waiting_for_customer", { by: requester });
  const page = await newVisitor({ javaScriptEnabled: false });
  await signIn(page, requester);
  const friend = await aCustomer();
  const stranger = await aCustomer();
  const guest = await newVisitor({ javaScriptEnabled: false });
  const people = page.getByRole("region", { name: "Shared with" });
  await page.goto(`/requests/${reference}`);
  await unfold(page, "Share");
  await people.getByLabel("Email addresses").fill("nonsense");
  await people.getByRole("button", { name: "Send invitations" }).click();
  // The page that answers has the panel folded again, and must show what is wrong in it all the same.
  await expect(people.getByText("“nonsense” is not an email address")).toBeVisible();
  await expect(people.getByLabel("Email addresses")).toBeFocused();
  await people.getByLabel("Email addresses").fill(`${friend.email} ${stranger.email}`);
  await people.getByRole("button", { name: "Send invitations" }).click();
  await expect(people.getByRole("status")).toContainText("Invited");
  const first = linkIn(await mailTo(friend.email, /invitation/i), "/invitations/");
  const withdrawn = linkIn(await mailTo(stranger.email, /invitation/i), "/invitations/");
  await people.getByRole("button", { name: new RegExp(`^Send again.*${friend.email}`) }).click();
  const second = linkIn(await mailTo(friend.email, /invitation/i), "/invitations/");
  await expect(people.getByRole("status")).toContainText("on its way again");
  await people.getByRole("button", { name: new RegExp(`^Withdraw.*${stranger.email}`) }).click();
  await expect(people.getByRole("status")).toContainText("Withdrawn");

  await signIn(guest, friend);
  for (const dead of [first, withdrawn]) {
    await guest.goto(dead);
    await expect(guest.getByRole("heading", { name: "no longer valid" })).toBeVisible();
  }
  await signIn(guest, stranger);
  await guest.goto(second);
  await expect(guest.getByRole("heading", { name: "for another address" })).toBeVisible();
  await expect(guest.getByText(reference)).toBeHidden();
  await signIn(guest, friend);
  await guest.goto(second);
  await guest.getByRole("button", { name: "Accept the invitation" }).click();
  await guest.getByRole("textbox", { name: "Your answer" }).fill("The left one.");
  await guest.getByRole("button", { name: "Respond to support" }).click();
  await expect(guest.getByRole("article").getByText("The left one.")).toBeVisible();
  await unfold(guest, "Leave this request");
  await guest.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(guest).toHaveURL(/requests\?show=open/);
  expect((await guest.goto(`/requests/${reference}`))?.status()).toBe(404);
});

test("looks right with one, with many and for those who take part", async ({ page, newVisitor }) => {
  test.slow();
  const requester = await aCustomer({ name: "Ada Okafor" });
  const reference = await aRequest({ by: requester });
  const participant = await aParticipant(reference, await aCustomer({ name: "Minh Tran" }));
  await anInvitation(reference, anAddress("a-rather-long-address-of-somebody"));
  await anInvitation(reference, anAddress("late"), { at: new Date(Date.now() - 9 * 86_400_000) });
  await signIn(page, requester);
  const other = await newVisitor();
  await signIn(other, participant);
  await page.goto(`/requests/${reference}`);
  await axe(page);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await axe(page);
  await other.goto(`/requests/${reference}`);
  await expect(other.getByRole("region", { name: "Shared with" })).toContainText("Somebody is invited");
  await axe(other);
});
