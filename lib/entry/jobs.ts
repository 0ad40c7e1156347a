import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Runner, TaskList } from "graphile-worker";
import { sweepAccounts } from "../accounts/sweep";
import { system } from "../actor";
import { sweepFiles } from "../attachments/store";
import { later, minutes, now } from "../clock";
import { db } from "../db";
import { sweepPresences } from "../desk/presence";
import { sweepDrafts } from "../drafts/drafts";
import { expectedMail, fetchFromResend } from "../inbound/resend";
import { sweepInbound } from "../inbound/sweep";
import { logError } from "../log";
import { emptySentMails, endExpiredMails } from "../mail/emptying";
import { reviveGatherings } from "../mail/schedule";
import { mailTasks, reviveDeliveries } from "../mail/worker";
import { perProcess } from "../process/per-process";
import { addJob, releaseAbandonedJobs, startWorker, workOnce } from "../queue";
import { sweepLimits } from "../rate-limit";
import { Refusal } from "../refusal";
import { moveRequest } from "../requests/move";
import { findRequestsToClose } from "../requests/to-close";
import { readDeskSettings } from "../settings";
import { readReplies, receiveMail } from "./mail-in";
import { perform } from "./perform";
import { answerWish } from "./wishes";

const tasks: TaskList = {
  ...mailTasks,
  answer_wish: async payload => answerWish(payload),
  close_resolved: async () => {
    await closeResolved();
  },
  sweep: async () => sweep(),
  read_replies: async () => readReplies(),
  fetch_reply: async payload => receiveMail(await fetchFromResend(expectedMail.parse(payload))),
  release_abandoned: async () => releaseAbandonedJobs(now()),
};

const crontab = [
  "* * * * * revive_deliveries",
  "* * * * * read_replies ?jobKey=read_replies",
  "*/5 * * * * release_abandoned",
  "*/10 * * * * close_resolved",
  "*/10 * * * * revive_gatherings",
  "20 3 * * * sweep",
].join("\n");

/** Returns how many were closed. */
export async function closeResolved(at = now()): Promise<number> {
  const due = await findRequestsToClose(at, await readDeskSettings());
  for (const found of due)
    await perform(system("auto_close"), act => moveRequest(act, { ...found, move: "close" }), at).catch(
      (error: unknown) => {
        // Re-opened at the same time, so it must not be closed.
        if (!(error instanceof Refusal)) throw error;
      },
    );
  return due.length;
}

export async function sweep(at = now()): Promise<void> {
  await sweepAccounts(at);
  await sweepLimits(at);
  await sweepDrafts(at);
  await sweepFiles(at);
  await emptySentMails(at);
  await sweepInbound(at);
  await sweepPresences(at);
}

const worker = () =>
  perProcess<{ isStopping: boolean; runner?: Runner }>("worker", () => ({ isStopping: false }));

/** Survives losses of the database connection. */
export async function keepWorking(): Promise<void> {
  while (!worker().isStopping) {
    try {
      const runner = await startWorker(tasks, crontab);
      worker().runner = runner;
      await runner.promise;
    } catch (error) {
      logError("the worker stopped and is started again", error);
    }
    if (!worker().isStopping) await pause(2_000);
  }
}

/** Lets running jobs finish and hands back the rest. */
export async function stopWorking(): Promise<void> {
  worker().isStopping = true;
  await worker()
    .runner?.stop()
    .catch(() => undefined);
}

/** Once an hour this includes the sweep. */
export async function workOneRound(): Promise<void> {
  await addJob(db(), "sweep", {}, { key: "sweep", runAt: later(now(), minutes(60)), keepsTime: true });
  await closeResolved();
  await releaseAbandonedJobs(now());
  await endExpiredMails(now());
  await reviveDeliveries(now());
  await reviveGatherings(now());
  await readReplies().catch((error: unknown) => logError("the mailbox cannot be read", error));
  await workOnce(tasks);
}
