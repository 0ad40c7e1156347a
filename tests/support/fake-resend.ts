import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Fault = "429" | "500" | "hang" | "drop";

export type FakeResend = {
  url: string;
  /** Accepted emails by idempotency key; a repeated key is accepted once, as Resend does. */
  taken: Map<string, { to: string; subject: string; body: string }>;
  faults: Record<Fault, number>;
  /** Emails repeated under a used key with other content. */
  changed: number;
  stop(): Promise<void>;
};

/** A fake Resend on loopback. `chooseFault` decides what goes wrong with a call. */
export async function startFakeResend(chooseFault: () => Fault | null): Promise<FakeResend> {
  const taken: FakeResend["taken"] = new Map();
  const faults: FakeResend["faults"] = { "429": 0, "500": 0, hang: 0, drop: 0 };
  const fake = { taken, faults, changed: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const key = String(request.headers["idempotency-key"]);
    const answer = (status: number, content: object, headers = {}) =>
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(content));
    const refuse = (status: number, name: string, headers = {}) =>
      answer(status, { statusCode: status, name, message: `Fault ${status}` }, headers);
    const fault = chooseFault();
    if (fault) faults[fault]++;
    if (fault === "429") return refuse(429, "rate_limit_exceeded", { "retry-after": "1" });
    if (fault === "500") return refuse(500, "application_error");
    // Never answered: the caller has to time out or die.
    if (fault === "hang") return request.socket.pause();
    const former = taken.get(key);
    if (former && former.body !== body) {
      fake.changed++;
      return refuse(409, "invalid_idempotent_request");
    }
    const { to, subject } = JSON.parse(body) as { to: string; subject: string };
    taken.set(key, { to: String(to), subject, body });
    if (fault === "drop") return request.socket.destroy();
    return answer(200, { id: `taken-${key}` }, { "ratelimit-limit": "1000" });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
