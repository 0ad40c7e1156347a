import "server-only";
import type { Actor } from "../actor";
import { now } from "../clock";
import { transaction } from "../db";
import type { Act } from "../events/act";
import { failPoint } from "../fail-point";
import { enqueueDeliveries } from "../notifications/enqueue";

/**
 * Carries out one action: the command's changes, its events and their deliveries are one transaction,
 * so that either all of it happened or nothing did. Every door goes through here.
 * @throws Refusal as the command does
 */
export async function perform<A extends Actor, T>(
  actor: A,
  command: (act: Act<A>) => Promise<T>,
  at = now(),
): Promise<T> {
  const result = await transaction(async tx => {
    const act: Act<A> = { tx, actor, at, recorded: [] };
    const result = await command(act);
    await enqueueDeliveries(act);
    failPoint("before_commit");
    return result;
  });
  failPoint("after_commit");
  return result;
}
