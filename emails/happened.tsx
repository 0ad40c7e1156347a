import type { ReactNode } from "react";
import { SupportBadge } from "./badge";
import { Words } from "./parts";
import { plain } from "./plain";
import { Said } from "./quotation";
import type { Desk, Side, Written } from "./types";

/** One thing that happened. `at` is ready to read; `told` is the sentence of `what`, with the name as it is drawn. */
export type Happening = Written & {
  at: string;
  who: string;
  side: Side;
  what: string;
  told: (draw: (name: ReactNode) => ReactNode) => ReactNode;
};

/** Mail programs shorten what is longer when many stand in one mail. */
const longest = 1_500;

/** What happened on one request, in its order. */
export function Happened({ desk, happenings }: { desk: Desk; happenings: Happening[] }) {
  return happenings.map(({ at, who, side, told, body, files }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and two things can be alike in every word
    <div key={index}>
      <Words>
        {told(name => (
          <>
            <strong dir="auto">{name}</strong>
            {side === "support" && <SupportBadge desk={desk} />}
          </>
        ))}{" "}
        · {plain(at)}
      </Words>
      <Said desk={desk} author={who} side={side} body={body} files={files} longest={longest} />
    </div>
  ));
}

/** For the examples of mails. */
export const exampleOf = (who: string, what: string): Pick<Happening, "who" | "what" | "told"> => ({
  who,
  what: `${who} ${what}`,
  told: draw => (
    <>
      {draw(who)} {what}
    </>
  ),
});
