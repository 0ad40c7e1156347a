import { db } from "@/lib/db";
import { axe } from "../support/axe";
import { expect, test } from "../support/e2e";
import { aCustomer, anAgent, aRequest, moveTo } from "../support/factories";
import { linkIn, mailTo } from "../support/mails";
import { rowOf } from "../support/records";

const isMuted = async (reference: string, personId: string) =>
  Boolean(
    (
      await db().member.findUnique({
        where: { requestId_personId: { requestId: (await rowOf(reference)).id, personId } },
        select: { mutedAt: true },
      })
    )?.mutedAt,
  );

test("a customer mutes a request on its page and hears of its end all the same", async ({
  page,
  signedInAs,
}) => {
  const customer = await signedInAs("customer");
  const agent = await anAgent();
  const reference = await aRequest({ by: customer });
  await page.goto(`/requests/${reference}`);
  const card = page.getByRole("region", { name: "Notifications" });
  await expect(card).toContainText("You will still get an email when it is resolved.");
  await card.getByRole("button", { name: "Don’t notify me" }).click();
  await expect(card).toContainText("You get no emails about this request, except when it is resolved.");
  await expect(card.getByRole("button", { name: "Notify me again" })).toBeVisible();
  await axe(page);
  await moveTo(agent, reference, "start");
  await moveTo(agent, reference, "resolve", { resolution: "done", body: "Mended." });
  await mailTo(customer.email, new RegExp(reference));
  const end = await mailTo(customer.email, new RegExp(reference));
  expect(end.text).toContain("Mended.");
  expect(end.text.replace(/\s+/g, " ")).toContain("You turned off notifications for this request");

  await page.goto("/settings/notifications");
  await expect(page.getByRole("region", { name: "Muted requests" })).toContainText(reference);
  await axe(page);
  await page.getByRole("button", { name: `Notify me again about ${reference}` }).click();
  await expect(page.getByText("You are notified about that request again.")).toBeVisible();
  expect(await isMuted(reference, customer.id)).toBe(false);
  await page.getByLabel(/^Once a day/).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  await expect(page.getByLabel(/^Once a day/)).toBeChecked();
});

test("the link in a mail asks, and the mail program's button acts by one post without a cookie", async ({
  page,
  newVisitor,
}) => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const mail = await mailTo(customer.email, new RegExp(reference));
  const link = linkIn(mail, "/mute/");
  const oneClick = /<(.*)>/.exec(mail.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");

  for (let scan = 0; scan < 5; scan++)
    for (const address of [link, oneClick]) {
      await page.request.get(address);
      await page.request.head(address);
    }
  const clicks = { form: { "List-Unsubscribe": "One-Click" } };
  expect((await page.request.post(oneClick, { form: { hello: "there" } })).status()).toBe(400);
  // The link that people see does not act at once, whatever address it is put into.
  await page.request.post(link.replace("/mute/", "/api/mute/"), clicks);
  expect(await isMuted(reference, customer.id)).toBe(false);
  expect((await page.request.post(oneClick, clicks)).status()).toBe(200);
  expect(await isMuted(reference, customer.id)).toBe(true);
  const stranger = oneClick.replace(/.$/, last => (last === "A" ? "B" : "A"));
  expect((await page.request.post(stranger, clicks)).status()).toBe(404);

  // Nobody is signed in here, and there is no script.
  const plain = await newVisitor({ javaScriptEnabled: false });
  await plain.goto(link);
  expect(new URL(plain.url()).pathname).toBe("/mute");
  const [first] = customer.email;
  const hidden = `${first}…@${customer.email.split("@")[1]}`;
  await expect(plain.getByText(`This is about the emails that ${hidden} gets.`)).toBeVisible();
  await expect(plain.getByText(`${hidden} gets no emails about ${reference}`)).toBeVisible();
  await expect(plain.getByText(customer.email)).toHaveCount(0);
  await plain.getByRole("button", { name: "Notify again" }).click();
  await expect(plain.getByText(`${hidden} is notified again.`)).toBeVisible();
  expect(await isMuted(reference, customer.id)).toBe(false);
  await plain.getByRole("button", { name: "Don’t notify any more" }).click();
  await expect(plain.getByText(`${hidden} is not notified about this request any more.`)).toBeVisible();
  expect(await isMuted(reference, customer.id)).toBe(true);
});

test("a page that a mute link has opened acts on what it shows, whatever was opened since", async ({
  page,
}) => {
  const customer = await aCustomer();
  const [one, other] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
  const [toOne, toOther] = [
    linkIn(await mailTo(customer.email, new RegExp(one)), "/mute/"),
    linkIn(await mailTo(customer.email, new RegExp(other)), "/mute/"),
  ];
  await page.goto(toOne);
  await axe(page);
  const tab = await page.context().newPage();
  await tab.goto(toOther);
  await expect(tab.getByRole("heading", { name: other })).toBeVisible();
  await page.getByRole("button", { name: "Don’t notify any more" }).click();
  await expect.poll(() => isMuted(one, customer.id)).toBe(true);
  await expect(page.getByRole("heading", { name: one })).toBeVisible();
  await expect(page.getByRole("button", { name: "Notify again" })).toBeVisible();
  expect(await isMuted(other, customer.id)).toBe(false);

  await page.goto(`${toOne}x`);
  await expect(page.getByText("Please open the link in your email again.")).toBeVisible();
  await expect(page.getByText(one)).toHaveCount(0);
});

test("whoever has their mails gathered gets one for all that happened", async ({ page, signedInAs }) => {
  const customer = await signedInAs("customer");
  await page.goto("/settings/notifications");
  await page.getByLabel(/^Gathered/).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  const agent = await anAgent();
  const reference = await aRequest({ by: customer });
  await mailTo(customer.email, new RegExp(reference));
  await moveTo(agent, reference, "start");
  await moveTo(agent, reference, "ask", { body: "Which one?" });
  // The three minutes are over.
  await db().$queryRaw`
    select job.id::text from graphile_worker.jobs as waiting,
      graphile_worker.reschedule_jobs(array[waiting.id], run_at => now()) as job
    where waiting.key like ${`gather:${customer.id}:%`}`;
  const mail = await mailTo(customer.email, new RegExp(reference));
  expect(mail.text).toContain("2 updates");
  expect(mail.text).toContain("Which one?");
});
