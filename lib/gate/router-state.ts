import "server-only";
import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

// Pages of ours are at most a dozen levels deep. Next takes a state that fits into the headers, whose 700 levels take 40 ms.
const longest = 4_000;
const mostBrackets = 40;

/** Whether a script says readably where it comes from. Next fails on anything else as if the mistake were ours. */
export function isStateReadable({ headers }: IncomingMessage): boolean {
  const state = headers["next-router-state-tree"];
  if (state === undefined) return true;
  if (state.length > longest || String(state).split(/\[|%5b/i).length > mostBrackets) return false;
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}
