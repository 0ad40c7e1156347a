import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { buildIfChanged } from "@/scripts/build";
import { openTestDatabases } from "./databases";
import { complaintsIn, startDesk } from "./desk";
import { startMailServer } from "./mail-server";
import { setSettings, testSettings } from "./settings";
import { rememberToUndo } from "./undo";

/**
 * A database, a mail server and the production build. Test processes inherit its settings, so `lib` works on the
 * desk.
 */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  const undo = rememberToUndo();
  try {
    await buildIfChanged();
    const mails = mkdtempSync(join(tmpdir(), "lodgemails-"));
    undo.add(() => rmSync(mails, { recursive: true, force: true }));
    const mailServer = await startMailServer(mails);
    undo.add(mailServer.stop);
    const databases = await openTestDatabases();
    undo.add(databases.close);
    setSettings({
      ...testSettings,
      DATABASE_URL: await databases.create("desk"),
      MAIL_TRANSPORT: "smtp",
      SMTP_URL: mailServer.url,
    });
    process.env.LODGE_TEST_MAILS = mails;
    const results = config.projects[0]?.outputDir ?? "test-results";
    mkdirSync(results, { recursive: true });
    const desk = await startDesk({}, join(results, "desk.log"));
    undo.add(async () => {
      await desk.stop();
      requireCalm(desk.log());
    });
    setSettings(desk.settings);
  } catch (error) {
    await undo.all();
    throw error;
  }
  return undo.all;
}

/** Fails the run if the desk logged errors while every page looked fine. */
function requireCalm(log: string): void {
  const complaints = complaintsIn(log);
  if (complaints.length > 0) throw new Error(`The desk logged errors:\n${complaints.join("\n")}`);
}
