import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { endAll } from "@/lib/process/ending";
import { aGate } from "../../support/gate";

const gate = aGate();

it("does not listen to what it has refused once the server is asked to end", async () => {
  const socket = connect(Number(new URL(gate().url).port), "localhost");
  const closed = once(socket, "close");
  socket.on("error", () => undefined);
  socket.write("POST /api/nope HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx");
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 404/);
  await endAll();
  await closed;
});
