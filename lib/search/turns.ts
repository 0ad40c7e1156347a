import "server-only";
import { perProcess } from "../process/per-process";
import { inTurn, makeTurns } from "../process/turns";
import { refuse } from "../refusal";

/** Two searches per person at once in this process; the rest wait without holding a connection. */
const searches = () => perProcess("searches", () => makeTurns(2, 100));
const tooMany = () => refuse("limit.searches", { seconds: 5 });

/** Runs a search in its person's turn. @throws Refusal too_many when a hundred wait */
export const takeTurn = <T>(personId: string, search: () => Promise<T>): Promise<T> =>
  inTurn(searches().take(personId), tooMany, search);
