import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Runner, TaskList } from "graphile-worker";
import { sweepAccounts } from "../accounts/sweep";
import { reviveDueReplies } from "../actions/due-replies";
import { system } from "../actor";
import { sweepFiles } from "../attachments/store";
import { sweepNotices } from "../bell/notices";
import { reviveRuns, sweepRuns } from "../bulk-runs/lifecycle";
import { days, later, minutes, now } from "../clock";
import { db } from "../db";
import { sweepPresences } from "../desk/presence";
import { findDueSnoozes, wakeDue } from "../desk/snooze";
import { findUnassigned, noteUnassigned } from "../desk/unassigned";
import { keepExamination } from "../doctor/examination";
import { sweepDrafts } from "../drafts/drafts";
import { weedVocabulary } from "../erasures/vocabulary";
import { expectedMail, fetchFromResend } from "../inbound/resend";
import { sweepInbound } from "../inbound/sweep";
import { logError } from "../log";
import { emptySentMails, endExpiredMails } from "../mail/emptying";
import { reviveGatherings } from "../mail/schedule";
import { mailTasks, reviveDeliveries } from "../mail/worker";
import { readWaits } from "../notifications/choices";
import { perProcess } from "../process/per-process";
import { addJob, releaseAbandonedJobs, startWorker, workOnce } from "../queue";
import { sweepLimits } from "../rate-limit";
import { Refusal } from "../refusal";
import { moveRequest } from "../requests/move";
import { findRequestsToClose } from "../requests/to-close";
import { readDeskSettings, refreshSettings } from "../settings";
import { workOnRun } from "./bulk-runs";
import { workOnDueReply } from "./due-replies";
import { eraseDue } from "./erasures";
import { readReplies, receiveMail } from "./mail-in";
import { perform } from "./perform";
import { applyRetention } from "./retention";
import { answerWish } from "./wishes";

const works: TaskList = {
  ...mailTasks,
  answer_wish: async payload => answerWish(payload),
  send_reply: async payload => workOnDueReply(payload),
  revive_due_replies: async () => reviveDueReplies(now()),
  bulk_run: async payload => workOnRun(payload),
  revive_bulk_runs: async () => reviveRuns(now()),
  close_resolved: async () => {
    await closeResolved();
  },
  wake_snoozed: async () => {
    await wakeSnoozed();
  },
  tell_unassigned: async () => tellUnassigned(),
  erase_due: async () => {
    await eraseDue();
  },
  weed_vocabulary: async () => weedVocabulary(),
  sweep: async () => sweep(),
  examine: async () => keepExamination(now()),
  read_replies: async () => readReplies(),
  fetch_reply: async payload => receiveMail(await fetchFromResend(expectedMail.parse(payload))),
  release_abandoned: async () => releaseAbandonedJobs(now()),
};

/** Each under the desk's settings as they are when it begins. */
const tasks: TaskList = Object.fromEntries(
  Object.entries(works).map(([name, work]) => [
    name,
    async (payload, helpers) => {
      await refreshSettings();
      return work?.(payload, helpers);
    },
  ]),
);

const crontab = [
  "* * * * * revive_deliveries",
  "* * * * * wake_snoozed",
  "* * * * * tell_unassigned",
  "* * * * * revive_bulk_runs",
  "* * * * * revive_due_replies",
  "* * * * * read_replies ?jobKey=read_replies",
  "*/5 * * * * release_abandoned",
  "*/10 * * * * close_resolved",
  "*/10 * * * * revive_gatherings",
  "*/10 * * * * erase_due",
  "20 3 * * * sweep",
  "40 3 * * * examine",
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

/** Returns how many were due. */
export async function wakeSnoozed(at = now()): Promise<number> {
  const due = await findDueSnoozes(at);
  for (const found of due) await perform(system("alarm"), act => wakeDue(act, found), at);
  return due.length;
}

/** Tells agents who want it of requests that nobody has taken, each of them once. */
export async function tellUnassigned(at = now()): Promise<void> {
  const settings = await readDeskSettings();
  for (const wait of await readWaits())
    for (const found of await findUnassigned(wait, at, settings))
      await perform(system("unassigned_watch"), act => noteUnassigned(act, found), at);
}

export async function sweep(at = now()): Promise<void> {
  await sweepAccounts(at);
  await sweepLimits(at);
  await sweepDrafts(at);
  await sweepFiles(at);
  await emptySentMails(at);
  await sweepInbound(at);
  await sweepPresences(at);
  await sweepNotices(at);
  await sweepRuns(at);
  await applyRetention(at);
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

/** Once an hour this includes the sweep, and once a day the doctor. */
export async function workOneRound(): Promise<void> {
  await refreshSettings();
  await addJob(db(), "sweep", {}, { key: "sweep", runAt: later(now(), minutes(60)), keepsTime: true });
  await addJob(db(), "examine", {}, { key: "examine", runAt: later(now(), days(1)), keepsTime: true });
  await closeResolved();
  await wakeSnoozed();
  await eraseDue();
  await tellUnassigned();
  await releaseAbandonedJobs(now());
  await endExpiredMails(now());
  await reviveDeliveries(now());
  await reviveGatherings(now());
  await reviveRuns(now());
  await reviveDueReplies(now());
  await readReplies().catch((error: unknown) => logError("the mailbox cannot be read", error));
  await workOnce(tasks);
}
