import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { receiveMail } from "@/lib/entry/mail-in";
import { maxBytes } from "@/lib/inbound/read";
import { expectMail, fetchFromResend } from "@/lib/inbound/resend";
import { aCustomer, aRequest } from "../../support/factories";
import { replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf } from "../../support/records";
import { setSettings } from "../../support/settings";

let server: Server;
let url = "";
/** What the provider keeps, by its id; a status instead where it refuses. */
const kept = new Map<string, Buffer | number | null>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, where = "", id = ""] = /^\/(emails\/receiving|raw)\/([^/?]+)/.exec(request.url ?? "") ?? [];
    const mail = kept.get(id) ?? null;
    const json = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (where === "raw") return response.writeHead(200).end(mail);
    if (typeof mail === "number")
      return json(mail, { statusCode: mail, name: "application_error", message: "No" });
    if (!kept.has(id)) return json(404, { statusCode: 404, name: "not_found", message: "Not found" });
    json(200, {
      object: "email",
      id,
      to: [],
      from: "ada@acme.test",
      subject: "",
      received_for: [],
      raw: mail && { download_url: `${url}/raw/${id}`, expires_at: "" },
      attachments: [],
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  setSettings({ ...replySettings, RESEND_BASE_URL: url });
});

afterAll(() => new Promise(resolve => server.close(resolve)));

function signed(body: object, secret = replySettings.RESEND_WEBHOOK_SECRET) {
  const text = JSON.stringify(body);
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${text}`).digest("base64");
  return { text, headers: { id, timestamp, signature: `v1,${signature}` } };
}

const news = (id: string) => ({
  type: "email.received",
  created_at: new Date().toISOString(),
  data: { email_id: id, from: "Ada <ada@acme.test>", to: [], subject: "Hello" },
});

async function tell(body: object, secret?: string): Promise<void> {
  const { text, headers } = signed(body, secret);
  await expectMail(text, headers);
}

const jobsFor = async (id: string) =>
  (await db().$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where key = ${`reply:${id}`}`).length;

const expected = (id: string) => ({ id, from: "Ada <ada@acme.test>", subject: "Hello" });

describe("news of a mail from Resend", () => {
  it("gives one job, however often it is told", async () => {
    const id = randomUUID();
    for (let times = 0; times < 3; times++) await tell(news(id));
    expect(await jobsFor(id)).toBe(1);
  });

  it("without our signature, or of anything else, gives none", async () => {
    const id = randomUUID();
    await tell(news(id), `whsec_${Buffer.from("somebody else's").toString("base64")}`);
    await tell({ ...news(id), type: "email.opened" });
    await tell({ type: "email.received", data: { email_id: "../../emails" } });
    expect(await jobsFor(id)).toBe(0);
  });
});

describe("a mail that waits at Resend", () => {
  it("is fetched whole and goes where it belongs, once", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const id = randomUUID();
    kept.set(id, replyOf(customer, reference));
    for (let times = 0; times < 2; times++) await receiveMail(await fetchFromResend(expected(id)));
    expect(await commentsOf(reference)).toEqual([{ authorId: customer.id, body: "It still burns." }]);
  });

  it("is asked for again when Resend is out of order", async () => {
    const id = randomUUID();
    for (const status of [429, 500]) {
      kept.set(id, status);
      await expect(fetchFromResend(expected(id))).rejects.toThrow(/Resend/);
    }
  });

  it("is shown to agents by its head when it has gone, has no raw form, or is too large", async () => {
    const [gone, bare, huge] = [randomUUID(), randomUUID(), randomUUID()];
    kept.set(bare, null);
    kept.set(huge, Buffer.alloc(maxBytes + 1, "x"));
    const fates = [];
    for (const id of [gone, bare, huge]) {
      const subject = `Lost ${id}`;
      await receiveMail(await fetchFromResend({ id, from: "Ada <ada@acme.test>", subject }));
      fates.push(
        await db().inboundMail.findFirst({
          where: { subject },
          select: { state: true, cause: true, from: true },
        }),
      );
    }
    const from = "ada@acme.test";
    expect(fates).toEqual([
      { state: "held", cause: "unreadable", from },
      { state: "held", cause: "unreadable", from },
      { state: "held", cause: "too_large", from },
    ]);
  });
});
