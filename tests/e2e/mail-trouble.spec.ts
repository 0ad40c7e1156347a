import { Client } from "pg";
import { freePort } from "../support/desk";
import { expect, test } from "../support/e2e";
import { mailsIn, startMailServer } from "../support/mail-server";
import { aPersonOn } from "../support/operator";
import { logIn } from "../support/walk";

test("while the mail server is down a request is saved at once, and its mail waits and is sent later", async ({
  page,
  openDesk,
}, testInfo) => {
  test.slow();
  const port = await freePort();
  const desk = await openDesk({ ownDatabase: true, SMTP_URL: `smtp://127.0.0.1:${port}` });
  const { email, password } = await aPersonOn(desk, "customer");
  await page.goto(`${desk.url}/catalog/other-manual-request`);
  await logIn(page, email, password);
  await page.getByLabel("Summary").fill("The lamp in hall two is out");
  await page.getByLabel("How can we help?").fill("Since Monday.");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: /^We have received LDG-/ })).toBeVisible();

  const database = new Client({ connectionString: desk.settings.DATABASE_URL });
  await database.connect();
  const delivery = async () => (await database.query("select state, reason from deliveries")).rows;
  await expect
    .poll(delivery)
    .toEqual([{ state: "pending", reason: expect.stringContaining("ECONNREFUSED") }]);

  const folder = testInfo.outputPath("mails");
  const server = await startMailServer(folder, port);
  // The pause before the next try is over.
  await database.query(`update deliveries set "dueAt" = now()`);
  await database.query(
    "select graphile_worker.add_job('deliver', json_build_object('id', id), job_key => id::text) from deliveries",
  );
  await expect.poll(delivery).toEqual([{ state: "sent", reason: null }]);
  expect(mailsIn(folder, email).map(mail => mail.subject)).toEqual([
    expect.stringMatching(/^\[LDG-\d+\] The lamp in hall two is out$/),
  ]);
  await server.stop();
  await database.end();
});
