import type { Status } from "../generated/enums";
import type { MoveOffer } from "../requests/customer-view";
import { agentResolutions, isOpen, movesOn } from "../requests/lifecycle";
import { type Move, moves } from "../requests/moves";
import type { AnswerMode } from "./modes";

/** Those that are still to come at any time of the day. */
const snoozes = ["tomorrow", "next_week"] as const;

/**
 * What a public reply brings about in the same act: what a plain one does, nothing but its words, a snooze, or a move with
 * them, as in `resolve.done`.
 */
export type Send =
  | "reply"
  | "keep"
  | `snooze.${(typeof snoozes)[number]}`
  | Move
  | `${Move}.${(typeof agentResolutions)[number]}`;

const byMove = (move: Move): Send[] =>
  moves[move].resolution === "asked" ? agentResolutions.map(how => `${move}.${how}` as const) : [move];

const bySnooze = snoozes.map(preset => `snooze.${preset}` as const);

export const sends: Send[] = ["reply", "keep", ...movesOn("mode", "agent").flatMap(byMove), ...bySnooze];

export type SendParts = {
  mode: Exclude<AnswerMode, "note">;
  resolution?: (typeof agentResolutions)[number];
  keepsStatus?: true;
  preset?: (typeof snoozes)[number];
};

export function partsOf(send: Send): SendParts {
  if (send === "keep") return { mode: "reply", keepsStatus: true };
  const [mode, how] = send.split(".");
  if (mode === "snooze") return { mode: "reply", preset: snoozes.find(name => name === how) };
  const resolution = agentResolutions.find(name => name === how);
  return { mode: mode as SendParts["mode"], ...(resolution && { resolution }) };
}

type Request = { status: Status; moves: Pick<MoveOffer, "move" | "surface">[]; canComment: boolean };

/** Those that are possible now. */
export function sendsOn({ status, moves: offers, canComment }: Request): Send[] {
  if (!canComment) return [];
  const keeps = offers.some(({ move }) => moves[move].byReply);
  const moving = offers.filter(({ surface }) => surface === "mode");
  return [
    "reply",
    ...(keeps ? (["keep"] as const) : []),
    ...moving.flatMap(({ move }) => byMove(move)),
    ...(isOpen(status) ? bySnooze : []),
  ];
}
