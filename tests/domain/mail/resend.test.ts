import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Mail } from "@/lib/transport/transport";
import { setSettings } from "../../support/settings";

type Call = { headers: IncomingHttpHeaders; body: Record<string, unknown> };

let server: Server;
let calls: Call[];
let answer: { status: number; body: object; headers?: Record<string, string> };

/** The provider as it looks from here: it notes what it is sent and answers as told. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    calls.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    // Takes the mail and is gone before it has said so.
    if (answer.status === 0) return request.socket.destroy();
    response
      .writeHead(answer.status, { "content-type": "application/json", ...answer.headers })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  setSettings({
    MAIL_TRANSPORT: "resend",
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: `http://127.0.0.1:${port}`,
  });
});

beforeEach(() => {
  calls = [];
});

afterAll(() => new Promise(resolve => server.close(resolve)));

const mail: Mail = {
  id: "01a20ad9-6e93-73bb-9106-c8f058b8bcd6",
  messageId: "<01a20ad9-6e93-73bb-9106-c8f058b8bcd6@desk.test>",
  date: new Date(),
  from: "Lodge <desk@lodge.test>",
  to: "ada@acme.test",
  subject: "[LDG-1001] Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "Auto-Submitted": "auto-generated" },
};

async function send() {
  const { sendMail } = await import("@/lib/transport/transport");
  return sendMail(mail);
}

describe("mail through Resend", () => {
  it("goes out whole, under the delivery's own key, to one recipient", async () => {
    answer = { status: 200, body: { id: "re_1" }, headers: { "ratelimit-limit": "5" } };
    expect(await send()).toEqual({ providerId: "re_1", perSecond: 5 });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers["idempotency-key"]).toBe(mail.id);
    const { id: _, messageId: __, date: ___, ...content } = mail;
    expect(calls[0]?.body).toMatchObject(content);
  });

  it.each([
    [409, "concurrent_idempotent_requests"],
    [429, "rate_limit_exceeded"],
    [500, "application_error"],
    [503, "internal_server_error"],
  ])("is worth another try after %i %s", async (status, name) => {
    answer = { status, body: { statusCode: status, name, message: "Not now" } };
    await expect(send()).rejects.toMatchObject({ name: "MailError", verdict: "later" });
  });

  it("comes back no earlier than it was told to", async () => {
    const body = { statusCode: 429, name: "rate_limit_exceeded", message: "Slow down" };
    answer = { status: 429, body, headers: { "retry-after": "7" } };
    await expect(send()).rejects.toMatchObject({ verdict: "later", waitMs: 7_000 });
  });

  it.each([
    [400, "validation_error"],
    [422, "invalid_parameter"],
    [409, "invalid_idempotent_request"],
  ])("is given up after %i %s", async (status, name) => {
    answer = { status, body: { statusCode: status, name, message: "Never" } };
    await expect(send()).rejects.toMatchObject({ name: "MailError", verdict: "never", message: "Never" });
  });

  it.each([
    [401, "missing_api_key"],
    [403, "invalid_api_key"],
    [429, "daily_quota_exceeded"],
  ])("makes all mail wait after %i %s, which says nothing about the mail", async (status, name) => {
    answer = { status, body: { statusCode: status, name, message: "Not you" } };
    await expect(send()).rejects.toMatchObject({ name: "MailError", verdict: "pause" });
  });

  it("is worth another try when the connection breaks, under the same key", async () => {
    answer = { status: 0, body: {} };
    await expect(send()).rejects.toMatchObject({ verdict: "later" });
    answer = { status: 200, body: { id: "re_2" } };
    expect(await send()).toEqual({ providerId: "re_2" });
    expect(calls.map(({ headers }) => headers["idempotency-key"])).toEqual([mail.id, mail.id]);
  });
});
