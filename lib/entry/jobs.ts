import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Runner, TaskList } from "graphile-worker";
import { system } from "../actor";
import { sweepFiles } from "../attachments/store";
import { days, now } from "../clock";
import { db } from "../db";
import { sweepDrafts } from "../drafts/drafts";
import { env } from "../env";
import { Refusal } from "../errors";
import { expectedMail, fetchFromResend } from "../inbound/resend";
import { logError } from "../log";
import { reviveGatherings } from "../notifications/schedule";
import { releaseAbandonedJobs, reviveDeliveries, startWorker, workOnce } from "../notifications/worker";
import { perProcess } from "../process/per-process";
import { sweepLimits } from "../rate-limit";
import { moveRequest } from "../requests/move";
import { referenceOf } from "../requests/reference";
import { readReplies, receiveMail } from "./mail-in";
import { perform } from "./perform";
import { answerWish } from "./wishes";

const tasks: TaskList = {
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

/** Closes what has been resolved for longer than the re-open window; returns how many. */
export async function closeResolved(at = now()): Promise<number> {
  const before = new Date(at.getTime() - days(env().REOPEN_DAYS));
  const due = await db().serviceRequest.findMany({
    where: { status: "resolved", resolvedAt: { lt: before } },
    orderBy: { resolvedAt: "asc" }, // index requests_to_close
    take: 500,
    select: { number: true, version: true },
  });
  for (const { number, version } of due)
    await perform(
      system,
      act => moveRequest(act, { reference: referenceOf(number), move: "close", version }),
      at,
    ).catch((error: unknown) => {
      // Re-opened at this very moment: then it is not to be closed.
      if (!(error instanceof Refusal)) throw error;
    });
  return due.length;
}

/** Removes what has run out and nobody can use any more. */
export async function sweep(at = now()): Promise<void> {
  const yesterday = new Date(at.getTime() - days(1));
  await db().signUp.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db().passwordLink.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db().logInLink.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db().emailChange.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db().session.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await sweepLimits(at);
  await sweepDrafts(at);
  await sweepFiles(at);
  await db().inboundMail.deleteMany({
    where: {
      state: { in: ["let_in", "kept_out", "discarded"] },
      receivedAt: { lt: new Date(at.getTime() - days(90)) }, // index inbound_mails_newest
    },
  });
}

const worker = () =>
  perProcess<{ isStopping: boolean; runner?: Runner }>("worker", () => ({ isStopping: false }));

/** Keeps a worker at the queue for the life of the process, through losses of the database. */
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

/** One round of everything that is due, for a cron call; once an hour that includes the sweep. */
export async function workOneRound(): Promise<void> {
  await db().$queryRaw`
    select graphile_worker.add_job('sweep', run_at => now() + interval '1 hour',
      job_key => 'sweep', job_key_mode => 'preserve_run_at') is null as done`;
  await closeResolved();
  await releaseAbandonedJobs(now());
  await reviveDeliveries(now());
  await reviveGatherings(now());
  await readReplies().catch((error: unknown) => logError("the mailbox cannot be read", error));
  await workOnce(tasks);
}
