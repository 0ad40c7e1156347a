import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type Cable = {
  url: string;
  cut(): void;
  mend(): void;
  remove(): Promise<void>;
};

/** A proxy to the database that a test can cut. */
export async function layCable(databaseUrl: string): Promise<Cable> {
  const far = new URL(databaseUrl);
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer(near => {
    if (isCut) return near.resetAndDestroy();
    const other = connect(Number(far.port || 5432), far.hostname);
    for (const [end, opposite] of [
      [near, other],
      [other, near],
    ] as const) {
      ends.add(end);
      end.on("error", () => {});
      end.once("close", () => {
        ends.delete(end);
        opposite.destroy();
      });
      end.pipe(opposite);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : "");
  const cut = () => {
    isCut = true;
    for (const end of ends) end.resetAndDestroy();
  };
  return {
    url: url.href,
    cut,
    mend: () => {
      isCut = false;
    },
    async remove() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
