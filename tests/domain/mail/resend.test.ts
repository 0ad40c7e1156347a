import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Mail } from "@/lib/mail";
import { setSettings } from "../../support/settings";

type Call = { headers: IncomingHttpHeaders; body: Record<string, unknown> };

let server: Server;
let calls: Call[];
let answer: { status: number; body: object };

/** The provider as it looks from here: it notes what it is sent and answers as told. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    calls.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response
      .writeHead(answer.status, { "content-type": "application/json" })
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
  to: "ada@acme.test",
  subject: "[LDG-1001] Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "Auto-Submitted": "auto-generated" },
};

async function send() {
  const { sendMail } = await import("@/lib/mail");
  return sendMail(mail);
}

describe("mail through Resend", () => {
  it("goes out whole, under the delivery's own key, to one recipient", async () => {
    answer = { status: 200, body: { id: "re_1" } };
    expect(await send()).toBe("re_1");
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers["idempotency-key"]).toBe(mail.id);
    const { id: _, ...content } = mail;
    expect(calls[0]?.body).toMatchObject(content);
  });

  it.each([409, 429, 500, 503])("is worth another try after %i", async status => {
    answer = { status, body: { statusCode: status, name: "application_error", message: "Not now" } };
    await expect(send()).rejects.toMatchObject({ name: "MailError", permanent: false });
  });

  it.each([400, 403, 422])("is given up after %i", async status => {
    answer = { status, body: { statusCode: status, name: "validation_error", message: "Never" } };
    await expect(send()).rejects.toMatchObject({ name: "MailError", permanent: true, message: "Never" });
  });
});
