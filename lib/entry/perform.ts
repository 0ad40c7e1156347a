import "server-only";
import type { Actor } from "../actor";
import { now } from "../clock";
import { transaction } from "../db";
import { Act } from "../events/act";
import { type EventReader, readAll } from "../events/reader";
import { tellPages } from "../live/tell";
import { enqueueDeliveries } from "../notifications/enqueue";
import { failPoint } from "../process/fail-point";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { refuse } from "../refusal";
import { keepClocks } from "../requests/clocks";
import { readDeskSettings } from "../settings";

const readers: readonly EventReader[] = [keepClocks, enqueueDeliveries, tellPages];

const actions = () => perProcess("actions", () => makeTurns(3, 50));

const tooMuch = () => refuse("limit.at_once", { seconds: 5 });

/** One person's actions often need the same rows, so the later ones wait without holding a connection. */
const afterOthers = <T>(actor: Actor, work: () => Promise<T>): Promise<T> =>
  actor.kind === "person" ? inTurn(actions().take(actor.id), tooMuch, work) : work();

/**
 * Runs a command, its events and their readers in one transaction; every entry point goes through here.
 * @throws Refusal as the command does; too_many when too much of the same person waits
 */
export async function perform<A extends Actor, T>(
  actor: A,
  command: (act: Act<A>) => Promise<T>,
  at = now(),
): Promise<T> {
  const settings = await readDeskSettings();
  const result = await afterOthers(actor, () =>
    transaction(async tx => {
      const act = new Act(tx, actor, at, settings);
      const result = await command(act);
      await readAll(act, readers);
      failPoint("before_commit");
      return result;
    }),
  );
  failPoint("after_commit");
  return result;
}
