import { randomUUID } from "node:crypto";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { keepMail, readArrival } from "@/lib/inbound/arrival";
import type { HoldCause } from "@/lib/inbound/causes";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, aRequest, aRequestIn, run } from "../support/factories";
import { aPicture } from "../support/files";
import { rawMail, replySettings } from "../support/raw-mail";
import { commentsOf, rowOf } from "../support/records";

type Wishes = {
  from: string;
  subject: string;
  body?: string;
  reference?: string;
  cause?: HoldCause;
  files?: { name: string; content: Buffer }[];
};

async function aHeldMail({
  from,
  subject,
  body = "It burns again.",
  reference,
  cause = "no_verdict",
  files,
}: Wishes) {
  const raw = rawMail({ from, subject, body, files });
  const arrival = await readArrival({ source: "resend", id: randomUUID(), raw });
  const requestId = reference ? (await rowOf(reference)).id : null;
  const { body: words, isShortened } = arrival.mail;
  await run(operator, act =>
    keepMail(act, arrival, { state: "held", cause, body: words, isShortened, requestId, senderId: null }),
  );
}

const subjectOf = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

// Each brings up a desk of its own.
test.beforeEach(() => test.slow());

test("an agent lets a mail in, and says whether it re-opens the request", async ({
  page,
  signedInAs,
  openDesk,
}) => {
  const desk = await openDesk(replySettings);
  const agent = await signedInAs("agent");
  const customer = await aCustomer();
  const reference = await aRequestIn("resolved", { by: customer });
  const burns = subjectOf("Burns");
  const files = [
    { name: "fire.png", content: aPicture(320, 200) },
    { name: "page.html", content: Buffer.from("<p>") },
  ];
  await aHeldMail({ from: customer.email, subject: burns, reference, cause: "resolved", files });

  await page.goto(`${desk.url}/agent`);
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: burns }).click();
  await expect(page.getByText("The request has been resolved since.")).toBeVisible();
  await expect(page.getByRole("img", { name: "fire.png" })).toBeVisible();
  await expect(page.getByText("page.html (3 bytes): the desk does not accept it")).toBeVisible();
  await page.getByRole("button", { name: "Let it in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "re-open" })).toBeVisible();
  await axe(page);
  await page.getByLabel("Yes, it says that this is not solved").check();
  await page.getByRole("button", { name: "Let it in" }).click();
  await expect(page.getByText("The email was let in.")).toBeVisible();
  const [comment] = await commentsOf(reference);
  expect(comment?.authorId).toBe(customer.id);
  expect(comment?.body).toMatch(
    /^It burns again\.\n\n1 file attached to this email was left out: `page\.html`/,
  );
  expect(await rowOf(reference)).toMatchObject({ status: "waiting_for_support" });
  await page.getByRole("link", { name: "Let in" }).click();
  await page.getByRole("link", { name: burns }).click();
  await expect(page.getByText(`Decided by ${agent.name}`)).toBeVisible();
  await page.goto(`${desk.url}/agent/requests/${reference}`);
  await expect(page.getByRole("article").getByRole("img", { name: "fire.png" })).toBeVisible();
});

test("a reply of which quotes were left out says so, and an agent opens all of it", async ({
  page,
  newVisitor,
  signedInAs,
  openDesk,
}) => {
  const desk = await openDesk(replySettings);
  const theirs = await newVisitor();
  const customer = await signedInAs("customer", theirs);
  const reference = await aRequest({ by: customer });
  const subject = subjectOf("Quoted");
  const body =
    "The second one.\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n\nWhich one?";
  await aHeldMail({ from: customer.email, subject, body, reference });
  await signedInAs("agent");
  await page.goto(`${desk.url}/agent/mail`);
  await page.getByRole("link", { name: subject }).click();
  await page.getByRole("button", { name: "Let it in" }).click();
  await expect(page.getByText("The email was let in.")).toBeVisible();

  await theirs.goto(`${desk.url}/requests/${reference}`);
  await expect(theirs.getByText("Quotes and signatures are left out here")).toBeVisible();
  await expect(theirs.getByText("Which one?")).toHaveCount(0);
  await axe(theirs);
  await page.goto(`${desk.url}/agent/requests/${reference}`);
  await axe(page);
  await page.getByRole("link", { name: "show the whole email" }).click();
  await expect(page).toHaveURL(/\/agent\/mail\//);
  await page.locator("summary", { hasText: "Show the whole email" }).click();
  await expect(page.getByText("Which one?")).toBeVisible();
});

test("an agent attaches a mail to a request by its reference", async ({ page, signedInAs, openDesk }) => {
  const desk = await openDesk(replySettings);
  await signedInAs("agent");
  const [other, elsewhere] = [await aRequest(), subjectOf("Elsewhere")];
  await aHeldMail({ from: "friend@acme.test", subject: elsewhere });
  await page.goto(`${desk.url}/agent/mail`);
  await page.getByRole("link", { name: elsewhere }).click();
  await page.getByLabel("Reference").fill("LDG-999999");
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByRole("link", { name: "There is no such request." })).toBeVisible();
  await expect(page.getByLabel("Reference")).toHaveValue("LDG-999999");
  await page.getByLabel("Reference").fill(other.toLowerCase());
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByText("The email was attached to the request.")).toBeVisible();
  await page.goto(`${desk.url}/agent/requests/${other}`);
  await expect(page.getByText("An email from friend@acme.test:")).toBeVisible();
});

test("an agent makes a request of a stranger's mail, for a customer whom they find while typing", async ({
  page,
  newVisitor,
  signedInAs,
  openDesk,
}) => {
  const desk = await openDesk(replySettings);
  const agent = await signedInAs("agent");
  const mark = randomUUID().slice(0, 8);
  const customer = await aCustomer({ name: `Odalys ${mark}`, email: `odalys-${mark}@people.test` });
  await aRequest({ by: customer });
  const subject = subjectOf("The gate");
  const files = [{ name: "gate.png", content: aPicture(320, 200) }];
  await aHeldMail({ from: `Odalys <private-${mark}@home.test>`, subject, body: "It does not open.", files });
  const address = page.getByRole("combobox", { name: /Customer’s email address/ });

  await test.step("the mail leads to the form of a new request, with its sender in it", async () => {
    await page.goto(`${desk.url}/agent/mail`);
    await page.getByRole("link", { name: subject }).click();
    await expect(page.getByRole("region", { name: "Make a request of this" })).toBeVisible();
    await axe(page);
    await page.getByRole("region", { name: "Make a request of this" }).getByRole("link").click();
    await expect(address).toHaveValue(`private-${mark}@home.test`);
    await expect(page.getByLabel(/^Name/)).toHaveValue("Odalys");
  });

  await test.step("a customer is completed by keyboard", async () => {
    await address.fill(`odalys ${mark}`);
    await expect(page.getByRole("option", { name: customer.email })).toBeVisible();
    await axe(page);
    await address.press("ArrowDown");
    await address.press("Enter");
    await expect(address).toHaveValue(customer.email);
    await expect(page.getByRole("listbox", { name: "Customers" })).toBeHidden();
    await page.getByLabel(/Type of request/).selectOption("Other / Manual Request");
    await address.press("Enter");
  });

  await test.step("words and files of the mail fill in the form, and the mail is done with", async () => {
    await expect(page.getByText(`For ${customer.name}`)).toBeVisible();
    await expect(page.getByLabel(/^Summary/)).toHaveValue(subject);
    await expect(page.getByText("gate.png").first()).toBeVisible();
    await axe(page);
    await page.getByLabel(/^How can we help/).fill("It does not open at night.");
    await page.getByRole("button", { name: "Raise the request" }).click();
    await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    await expect(page.getByRole("article").getByRole("img", { name: "gate.png" })).toBeVisible();
    await page.goto(`${desk.url}/agent/mail?show=let_in`);
    await page.getByRole("link", { name: subject }).click();
    await expect(page.getByText(`Decided by ${agent.name}`)).toBeVisible();
    await expect(page.getByRole("region", { name: "Make a request of this" })).toHaveCount(0);
  });

  await test.step("without script the address is a plain field, and all else is the same", async () => {
    const other = subjectOf("The fence");
    await aHeldMail({ from: customer.email, subject: other });
    const plain = await newVisitor({ javaScriptEnabled: false });
    await signedInAs("agent", plain);
    await plain.goto(`${desk.url}/agent/mail`);
    await plain.getByRole("link", { name: other }).click();
    await plain.getByRole("region", { name: "Make a request of this" }).getByRole("link").click();
    await plain.getByLabel(/Type of request/).selectOption("Other / Manual Request");
    await plain.getByRole("button", { name: "Go on" }).click();
    await plain.getByRole("button", { name: "Raise the request" }).click();
    await expect(plain.getByRole("heading", { level: 1, name: other })).toBeVisible();
  });
});

test("an admin's mail page says how many mails wait in the inbox, and leads there", async ({
  page,
  signedInAs,
  openDesk,
}) => {
  const desk = await openDesk(replySettings);
  await signedInAs("admin");
  await aHeldMail({ from: "stranger@people.test", subject: subjectOf("Hello") });
  await page.goto(`${desk.url}/admin/mail`);
  await expect(page.getByRole("region", { name: "Came in, not let in" })).toContainText("the oldest came");
  await axe(page);
  await page.getByRole("link", { name: "Open the inbox" }).click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
});

test("an agent discards a mail, and whoever is later is told", async ({ page, signedInAs, openDesk }) => {
  const desk = await openDesk(replySettings);
  await signedInAs("agent");
  const spam = subjectOf("Win");
  await aHeldMail({ from: "eve@evil.test", subject: spam, body: "<img src=x onerror=alert(1)> **win**" });
  await page.goto(`${desk.url}/agent/mail`);
  await page.getByRole("link", { name: spam }).click();
  await expect(page.getByText("<img src=x onerror=alert(1)> **win**")).toBeVisible();
  const behind = await page.context().newPage();
  await behind.goto(page.url());
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("The email was discarded.")).toBeVisible();
  await behind.getByRole("button", { name: "Discard" }).click();
  await expect(behind.getByRole("alert").filter({ hasText: "decided on in the meantime" })).toBeVisible();
});

test("without script an agent can do the same", async ({ newVisitor, signedInAs, openDesk }) => {
  const desk = await openDesk(replySettings);
  const page = await newVisitor({ javaScriptEnabled: false });
  await signedInAs("agent", page);
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const subject = subjectOf("Plain");
  await aHeldMail({ from: customer.email, subject, reference });
  await page.goto(`${desk.url}/agent/mail`);
  await page.getByRole("link", { name: subject }).click();
  await page.getByRole("button", { name: "Let it in" }).click();
  await expect(page.getByText("The email was let in.")).toBeVisible();
  expect(await commentsOf(reference)).toHaveLength(1);
});

test("the inbox is for agents, and is nowhere on a desk that takes no replies", async ({
  page,
  signedInAs,
  openDesk,
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
  const desk = await openDesk(replySettings);
  const subject = subjectOf("Secret");
  await aHeldMail({ from: "eve@evil.test", subject });
  const { id } = await db().inboundMail.findFirstOrThrow({ where: { subject }, select: { id: true } });
  await page.goto(`${desk.url}/agent/mail`);
  await expect(page).toHaveURL(/sign-in/);
  await signedInAs("customer");
  for (const path of ["/agent/mail", `/agent/mail/${id}`])
    expect((await page.goto(desk.url + path))?.status()).toBe(404);
  await signedInAs("agent");
  for (const path of ["/agent/mail", `/agent/mail/${id}`]) {
    expect((await page.goto(desk.url + path))?.status()).toBe(200);
    expect((await page.goto(path))?.status()).toBe(404);
  }
  await page.goto("/agent");
  await expect(page.getByRole("link", { name: "Inbox" })).toHaveCount(0);
});
