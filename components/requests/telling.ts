import { tellTime } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import type { MessageCode, PieceValues, Translator } from "@/lib/messages/translate";
import type { RequestView } from "@/lib/requests/view";
import type { Drawn, Piece } from "./sentence";

/** What it takes to tell the entries of a history. */
export type Telling = {
  t: Translator;
  clock: Clock;
  view: RequestView;
  path: string;
  canCorrect: boolean;
};

export const tellPieces = <C extends MessageCode>(
  t: Translator,
  code: C,
  values: PieceValues<C, Drawn>,
): Piece[] => t.pieces(code, values);

export const unseen = (inside: Piece[]): Drawn => ({ unseen: inside.join("") });
export const linkTo =
  (href: string) =>
  (inside: Piece[]): Drawn => ({ link: inside, href });
export const timeOf = (at: string, clock: Clock): Drawn => ({ time: tellTime(at, clock) });
