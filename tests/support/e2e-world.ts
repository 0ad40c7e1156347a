import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { buildIfChanged } from "@/scripts/build";
import { openTestDatabases } from "./databases";
import { startDesk } from "./desk";
import { startMailServer } from "./mail-server";
import { testSettings, useSettings } from "./settings";

/**
 * The world of a run of the browser tests: a database, a mail server and the production build as a desk between
 * them. The processes of the tests inherit its settings, so that `lib` in them works on the same desk.
 */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  const undo: (() => unknown)[] = [];
  const tearDown = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await buildIfChanged();
    const mails = mkdtempSync(join(tmpdir(), "lodge-mails-"));
    undo.push(() => rmSync(mails, { recursive: true, force: true }));
    const mailServer = await startMailServer(mails);
    undo.push(() => mailServer.stop());
    const databases = await openTestDatabases();
    undo.push(() => databases.close());
    useSettings({
      ...testSettings,
      DATABASE_URL: await databases.create("desk"),
      MAIL_TRANSPORT: "smtp",
      SMTP_URL: mailServer.url,
    });
    process.env.LODGE_TEST_MAILS = mails;
    const results = config.projects[0]?.outputDir ?? "test-results";
    mkdirSync(results, { recursive: true });
    const desk = await startDesk({}, join(results, "desk.log"));
    undo.push(async () => {
      await desk.stop();
      requireCalm(desk.log());
    });
    useSettings(desk.settings);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

/** What went wrong inside the desk while every page looked fine is a failure, too. */
function requireCalm(log: string): void {
  const complaints = log.split("\n").filter(line => /"level":"error"|⨯/.test(line));
  if (complaints.length > 0) throw new Error(`The desk logged errors:\n${complaints.join("\n")}`);
}
