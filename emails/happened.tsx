import type { ReactNode } from "react";
import { type Said, type SaidParams, say } from "@/lib/messages/said";
import type { MessageCode, Translator } from "@/lib/messages/translate";
import { SupportBadge } from "./badge";
import { Words } from "./parts";
import { plain, plainName } from "./plain";
import { Quotation } from "./quotation";
import type { Desk, Side, Written } from "./types";

/** One thing that happened: `what` is a sentence about `{who}`. `at` is ready to read. */
export type Happening = Written & { at: string; who: string; side: Side; what: Said };

type HappenedProps = { t: Translator; desk: Desk; happenings: Happening[] };

/** Mail programs shorten what is longer when many stand in one mail. */
const longest = 1_500;

/** What happened on one request, in its order. */
export function Happened({ t, desk, happenings }: HappenedProps) {
  return happenings.map(({ at, who, side, what, body, files }, index) => {
    const name = (
      <>
        <strong dir="auto">{plainName(t, who)}</strong>
        {side === "support" && <SupportBadge t={t} desk={desk} />}
      </>
    );
    const said = (t.rich as (code: MessageCode, values: object) => ReactNode)(what.code, {
      ...plainParams(t, what),
      who: name,
    });
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and two things can be alike in every word
      <div key={index}>
        <Words>{t.rich("mails.happened.line", { what: said, at: plain(at) })}</Words>
        <Quotation t={t} desk={desk} author={who} side={side} body={body} files={files} longest={longest} />
      </div>
    );
  });
}

/** The same in one line, for the list of an inbox. */
export function previewOf(t: Translator, happenings: Happening[]): string {
  const said = happenings.map(({ who, what }) =>
    say(t, { code: what.code, params: { ...plainParams(t, what), who: plainName(t, who) } }),
  );
  return plain(said.join("; "), 120);
}

function plainParams(t: Translator, { params = {} }: Said): SaidParams {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "number" ? value : plain(typeof value === "object" ? say(t, value) : value, 300),
  ]);
  return Object.fromEntries(said);
}
