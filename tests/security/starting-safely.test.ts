import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runScript } from "@/scripts/child";
import { freePort, startDesk } from "../support/desk";
import { deskFolder, npmStart } from "../support/npm-start";
import { type Settings, settingsInUse, testSettings } from "../support/settings";

const folder = deskFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { DATABASE_URL } = settingsInUse();
const openMailbox = { DATABASE_URL, APP_URL: "https://desk.example.org", LOCAL_MAILBOX: "" };

type Wishes = Partial<Settings> & { HOST?: string };

/** Tries to start the desk; answers with what was printed until it gave up. */
async function refusalOf(wishes: Wishes): Promise<string> {
  const { ended, printed } = await npmStart(folder, wishes);
  expect(await ended).toBe(1);
  return printed();
}

/** A sentence, or one for each setting, and nothing for programmers. */
function expectSentence(printed: string, sentence: RegExp): void {
  expect(printed).toMatch(sentence);
  expect(printed).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
  expect(printed).not.toMatch(/node:internal|\[Error|Error:/);
}

/** A port behind which every PostgreSQL client is turned away in these words, as PgBouncer does. */
async function bouncer(message: string): Promise<{ url: string; close(): void }> {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.from("E\0\0\0\0");
  head.writeUInt32BE(fields.length + 4, 1);
  const server = createServer(socket => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(Buffer.concat([head, fields])));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `postgresql://lodge:hidden-word@127.0.0.1:${port}/lodge`, close: () => server.close() };
}

describe("a desk that would give every account away", () => {
  const sentence =
    /✗ Some settings are missing or wrong:\n {2}- MAIL_TRANSPORT is local: .*LOCAL_MAILBOX=allowed/;

  it("is not started by npm start", async () => expectSentence(await refusalOf(openMailbox), sentence));

  it("is not prepared by db:prepare", async () => {
    const { code, output } = await runScript("prepare.ts", [], { ...testSettings, ...openMailbox });
    expect(code).toBe(1);
    expectSentence(output, sentence);
  });

  it("is not started by Next alone, whatever starts that", async () => {
    const log = join(tmpdir(), `lodge-unsafe-${process.pid}.log`);
    await expect(startDesk({ LOCAL_MAILBOX: "" }, log)).rejects.toThrow(sentence);
    rmSync(log, { force: true });
  });
});

describe("a start that cannot succeed says why in one sentence:", () => {
  it("a path in APP_URL", async () =>
    expectSentence(
      await refusalOf({ ...openMailbox, LOCAL_MAILBOX: "allowed", APP_URL: "https://example.org/desk" }),
      /APP_URL must end after the host/,
    ));

  it("no secret beside DATABASE_URL", async () =>
    expectSentence(await refusalOf({ DATABASE_URL, NEXTAUTH_SECRET: "" }), /NEXTAUTH_SECRET is missing/));

  it("a HOST that is no address of this machine", async () => {
    for (const HOST of ["192.0.2.1", "no-such-host.invalid"])
      expectSentence(await refusalOf({ HOST }), /HOST is ".*", which is not an address of this machine/);
  });

  it("a database server that is not there", async () => {
    const url = `postgresql://lodge:hidden-word@127.0.0.1:${await freePort()}/lodge`;
    const printed = await refusalOf({ DATABASE_URL: url, LOCAL_MAILBOX: "allowed" });
    expectSentence(
      printed,
      /✗ The database in DATABASE_URL, 127.0.0.1:\d+\/lodge, cannot be used: nothing answers/,
    );
    expect(printed).not.toContain("hidden-word");
  });

  it("a pooler that does not know the database", async () => {
    const { url, close } = await bouncer("no such database: lodge");
    const printed = await refusalOf({ DATABASE_URL: url, LOCAL_MAILBOX: "allowed" });
    close();
    expectSentence(printed, /a pooler in between refuses the connection.*no such database: lodge/);
    expect(printed).not.toContain("hidden-word");
  });
});
