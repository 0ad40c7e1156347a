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
  await page.getByRole("button", { name: "Don't notify me" }).click();
  const card = page.getByRole("region", { name: "Notifications" });
  await expect(card).toContainText("You will still be told when it is resolved.");
  await expect(card.getByRole("button", { name: "Notify me again" })).toBeVisible();
  await axe(page);
  await moveTo(agent, reference, "start");
  await moveTo(agent, reference, "resolve", { resolution: "done", body: "Mended." });
  await mailTo(customer.email, new RegExp(reference));
  const end = await mailTo(customer.email, new RegExp(reference));
  expect(end.text).toContain("Mended.");
  expect(end.text.replace(/\s+/g, " ")).toContain("You have chosen not to be notified");

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
  allowConsoleError,
}) => {
  allowConsoleError(/status of 404/);
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
  expect((await page.request.post(oneClick, { form: { hello: "there" } })).status()).toBe(400);
  expect(await isMuted(reference, customer.id)).toBe(false);
  expect((await page.request.post(oneClick, { form: { "List-Unsubscribe": "One-Click" } })).status()).toBe(
    200,
  );
  expect(await isMuted(reference, customer.id)).toBe(true);
  const stranger = oneClick.replace(/.$/, last => (last === "A" ? "B" : "A"));
  expect((await page.request.post(stranger, { form: { "List-Unsubscribe": "One-Click" } })).status()).toBe(
    404,
  );

  // Nobody is signed in here, and there is no script.
  const plain = await newVisitor({ javaScriptEnabled: false });
  await plain.goto(link);
  await expect(plain.getByText(`You get no mails about ${reference}.`)).toBeVisible();
  await plain.getByRole("button", { name: "Notify me again" }).click();
  await expect(plain.getByText("You are notified again.")).toBeVisible();
  expect(await isMuted(reference, customer.id)).toBe(false);
  await plain.getByRole("button", { name: "Don't notify me" }).click();
  await expect(plain.getByText("You are not notified about this request any more.")).toBeVisible();
  await page.goto(link);
  await axe(page);
  expect((await page.goto(`${link}x`))?.status()).toBe(404);
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
  expect(mail.text).toContain("2 things happened");
  expect(mail.text).toContain("Which one?");
});
