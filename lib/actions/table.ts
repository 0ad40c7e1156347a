import "server-only";
import { z } from "zod";
import type { Act } from "../events/act";
import { movesOn } from "../requests/lifecycle";
import type { Move } from "../requests/moves";
import type { Action, Target } from "./action";
import { assign } from "./assign";
import { handOver } from "./hand-over";
import { moving } from "./move";
import { prioritise } from "./prioritise";
import { snooze } from "./snooze";
import { tag, untag } from "./tag";
import { note, reply } from "./words";

type AgentMove = Exclude<Move, "respond" | "kill" | "close">;

const agentMoves = Object.fromEntries(
  [...movesOn("button", "agent"), ...movesOn("mode", "agent")].map(move => [move, moving(move)]),
) as Record<AgentMove, ReturnType<typeof moving>>;

/** Everything that can be done to a request without its page, in the order it is offered. */
export const actions = {
  assign,
  hand_over: handOver,
  ...agentMoves,
  prioritise,
  tag,
  untag,
  snooze,
  reply,
  note,
} as const;

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as ActionName[];

export const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name);

export const actionOf = (name: ActionName): Action => actions[name];

/** Whether an action can do without this part of its input. */
export function asksOptionally(name: ActionName, part: string): boolean {
  const schema = actionOf(name).input.shape[part];
  return schema !== undefined && z.safeParse(schema, undefined).success;
}

/** Carries out an action that was kept by its name. @throws Refusal as its command does */
export async function runAction(act: Act, name: string, target: Target, kept: unknown): Promise<void> {
  if (!isActionName(name)) throw new Error(`There is no action “${name}” in this release.`);
  const { input, command } = actionOf(name);
  await command(act, target, input.parse(kept));
}
