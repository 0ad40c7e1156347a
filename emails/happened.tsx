import { SupportBadge } from "./badge";
import { Words } from "./parts";
import { plain, plainName } from "./plain";
import { Said } from "./quotation";
import type { Desk, Side, Written } from "./types";

/** One thing that happened. `at` is ready to read. */
export type Happening = Written & { at: string; who: string; side: Side; what: string };

/** Mail programs shorten what is longer when many stand in one mail. */
const longest = 1_500;

/** What happened on one request, in its order. */
export function Happened({ desk, happenings }: { desk: Desk; happenings: Happening[] }) {
  return happenings.map(({ at, who, side, what, body, files }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and two things can be alike in every word
    <div key={index}>
      <Words>
        <strong dir="auto">{plainName(who)}</strong>
        {side === "support" && <SupportBadge desk={desk} />} {plain(what, 300)} · {plain(at)}
      </Words>
      <Said desk={desk} author={who} side={side} body={body} files={files} longest={longest} />
    </div>
  ));
}
