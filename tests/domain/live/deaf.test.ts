import { once } from "node:events";
import { connect, createServer } from "node:net";
import { afterAll, expect, it } from "vitest";
import { listenForNews } from "@/lib/live/feed";
import { setSettings, settingsInUse } from "../../support/settings";

const notification = "A".charCodeAt(0);

/** Between the desk and its database, as a pooler in transaction mode is: it takes a LISTEN and passes on no news. */
const far = new URL(settingsInUse().DATABASE_URL);
const pooler = createServer(near => {
  const other = connect(Number(far.port), far.hostname);
  let pending = Buffer.alloc(0);
  other.on("data", part => {
    pending = Buffer.concat([pending, part]);
    while (pending.length >= 5 && pending.length > pending.readUInt32BE(1)) {
      const size = 1 + pending.readUInt32BE(1);
      if (pending[0] !== notification) near.write(pending.subarray(0, size));
      pending = pending.subarray(size);
    }
  });
  near.pipe(other);
  for (const [end, opposite] of [
    [near, other],
    [other, near],
  ] as const)
    end.on("error", () => {}).once("close", () => opposite.destroy());
});
pooler.listen(0, "127.0.0.1");
await once(pooler, "listening");
const address = pooler.address();
const url = new URL(far);
url.port = String(typeof address === "object" && address ? address.port : "");
setSettings({ DATABASE_URL: url.href });

afterAll(() => pooler.close());

it("a connection over which no news come is no stream for pages, which then ask instead", async () => {
  await expect(listenForNews(() => {})).rejects.toThrow("News do not come through this connection");
});
