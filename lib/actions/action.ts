import "server-only";
import type { z } from "zod";
import type { Act } from "../events/act";
import type { Said } from "../messages/said";
import type { Message } from "../refusal";
import type { AccessFacts, Asking } from "../requests/policy";

/** A request as it was when somebody decided on the action: commands refuse where others have been faster since. */
export type Target = {
  reference: string;
  version: number;
  assigneeId: string | null;
  /** The newest event that they knew of; left out, nothing is compared with it. */
  seen?: bigint;
};

/** What a form asks for an action, each by a field of its own, and the part of the input that it fills. */
export const partOf = {
  assignee: "to",
  team: "team",
  priority: "priority",
  tag: "tag",
  /** Also one that is not in use any more. */
  any_tag: "tag",
  time: "until",
  resolution: "resolution",
  words: "body",
} as const;

export type Ask = keyof typeof partOf;

export type Action<S extends z.ZodObject = z.ZodObject> = {
  label: Said;
  asks: readonly Ask[];
  /** Has a part for each that is asked, and may have more that forms do not send. */
  input: S;
  /** Why the command would refuse, as far as can be known before; null where nothing speaks against it. */
  preview: (asking: Asking, request: AccessFacts) => Message | null;
  /** @throws Refusal */
  command: (act: Act, target: Target, input: z.output<S>) => Promise<unknown>;
  /**
   * Looked at once before it is done to all of these, and returns what is kept to be done.
   * @param told what an earlier refusal has said to send with the next try
   * @throws Refusal where it makes no sense for any of them, or whoever orders it has to know something first
   */
  order?: (act: Act, input: z.output<S>, requestIds: string[], told?: number) => Promise<z.output<S>>;
};

/** Holds the input of an action's command against its schema. */
export const action = <S extends z.ZodObject>(one: Action<S>): Action<S> => one;
