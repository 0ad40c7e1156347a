import { separators } from "@/lib/formats";
import { type Said, say, sayParams, sayRich } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { SupportBadge } from "./badge";
import { Words } from "./parts";
import { plain } from "./plain";
import { Quotation } from "./quotation";
import type { Desk, Side, Written } from "./types";

/** One thing that happened: `what` is a sentence, in which the tag `who` is around the name. `at` is ready to read. */
export type Happening = Written & {
  at: string;
  who: string;
  side: Side;
  what: Said;
  /** Each type of request can have its own words. */
  typeSlug: string;
};

type HappenedProps = { t: Translator; desk: Desk; happenings: Happening[] };

/** Mail programs shorten what is longer when many stand in one mail. */
const longest = 1_500;

/** What happened on one request, in its order. */
export function Happened({ t, desk, happenings }: HappenedProps) {
  return happenings.map(({ at, who, side, what, typeSlug, body, files, signature }, index) => {
    const own = t.ofType(typeSlug);
    const said = sayRich(own, plainSaid(own, what), {
      who: name => (
        <>
          <strong dir="auto">{name}</strong>
          {side === "support" && <SupportBadge t={t} desk={desk} />}
        </>
      ),
    });
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and two things can be alike in every word
      <div key={index}>
        <Words>{t.rich("mails.happened.line", { what: said, at: plain(at) })}</Words>
        <Quotation {...{ t, desk, side, body, files, signature, longest }} author={who} />
      </div>
    );
  });
}

/** The same in one line, for the list of an inbox. */
export function previewOf(t: Translator, happenings: Happening[]): string {
  const said = happenings.map(({ what, typeSlug }) => {
    const own = t.ofType(typeSlug);
    return say(own, plainSaid(own, what));
  });
  return plain(said.join(separators(t.language).semicolon), 120);
}

function plainSaid(t: Translator, { code, params = {} }: Said): Said {
  const said = Object.entries(sayParams(t, params)).map(([name, value]) => [
    name,
    typeof value === "string" ? plain(value, 300) : value,
  ]);
  return { code, params: Object.fromEntries(said) };
}
