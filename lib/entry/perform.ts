import "server-only";
import type { Actor } from "../actor";
import { now } from "../clock";
import { transaction } from "../db";
import { Act } from "../events/act";
import { type EventReader, readAll } from "../events/reader";
import type { EventType } from "../events/types";
import { tellPages } from "../live/tell";
import { enqueueDeliveries } from "../notifications/enqueue";
import { settleArrivals } from "../notifications/taken";
import { failPoint } from "../process/fail-point";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { refuse } from "../refusal";
import { keepClocks } from "../requests/clocks";
import { wakeByCustomer } from "../requests/wake";
import { refreshSettings } from "../settings";

const readers: readonly EventReader[] = [
  keepClocks,
  wakeByCustomer,
  enqueueDeliveries,
  settleArrivals,
  tellPages,
];

const actions = () => perProcess("actions", () => makeTurns(3, 50));

const tooMuch = () => refuse("limit.at_once", { seconds: 5 });

/** One person's actions often need the same rows, so the later ones wait without holding a connection. */
const afterOthers = <T>(actor: Actor, work: () => Promise<T>): Promise<T> =>
  actor.kind === "person" ? inTurn(actions().take(actor.id), tooMuch, work) : work();

/** What is kept with the settings. */
const movesSettings: ReadonlySet<EventType> = new Set(["setting_changed", "set_up_reached"]);

type Manner = {
  /** The bulk run that it is part of. */
  runId?: string | null;
  /** How long it may take, where that is longer than people wait for a page. */
  seconds?: number;
};

/**
 * Runs a command, its events and their readers in one transaction; every entry point goes through here.
 * @throws Refusal as the command does; too_many when too much of the same person waits
 */
export async function perform<A extends Actor, T>(
  actor: A,
  command: (act: Act<A>) => Promise<T>,
  at = now(),
  { runId = null, seconds }: Manner = {},
): Promise<T> {
  const { result, changesSettings } = await afterOthers(actor, async () => {
    const settings = await refreshSettings();
    return transaction(async tx => {
      const act = new Act(tx, actor, at, settings, [], runId);
      const result = await command(act);
      await readAll(act, readers);
      failPoint("before_commit");
      return { result, changesSettings: act.recorded.some(({ type }) => movesSettings.has(type)) };
    }, seconds);
  });
  failPoint("after_commit");
  if (changesSettings) await refreshSettings();
  return result;
}

/** What a command would do or be refused for now: does all of it, and takes it back. @throws Refusal as the command does */
export async function rehearse<A extends Actor, T>(
  actor: A,
  command: (act: Act<A>) => Promise<T>,
  at = now(),
  { seconds }: Pick<Manner, "seconds"> = {},
): Promise<T> {
  const isOver = new Error("The rehearsal is over.");
  const done: T[] = [];
  await afterOthers(actor, async () => {
    const settings = await refreshSettings();
    await transaction(async tx => {
      done.push(await command(new Act(tx, actor, at, settings)));
      throw isOver;
    }, seconds);
  }).catch((error: unknown) => {
    if (error !== isOver) throw error;
  });
  return done[0] as T;
}
