import { type Said, say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { Listing } from "@/lib/search/list";

type Props = {
  t: Translator;
  words: string;
  /** How many rows this page has, and whether there are more pages. */
  count: number;
  isPart: boolean;
  correction: Listing<unknown>["correction"];
  /** What of the words was not searched. */
  limit: Said | null;
  /** How many requests were looked at before the search stopped; null where it did not. */
  stoppedAfter: number | null;
};

/** What a search came to, in a sentence that is also read aloud. */
export function ListNews({ t, words, count, isPart, correction, limit, stoppedAfter }: Props) {
  if (stoppedAfter === null && (words === "" || (count === 0 && limit === null))) return null;
  return (
    <p role="status" className="wrap-anywhere mb-4 text-ink-soft text-sm">
      {limit && <>{say(t, limit)} </>}
      {correction.map(({ typed, meant }) => (
        <span key={typed}>
          {t.rich("search.news.corrected", {
            typed,
            meant,
            b: corrected => <b className="font-semibold text-ink">{corrected}</b>,
          })}{" "}
        </span>
      ))}
      {stoppedAfter !== null
        ? t("search.news.found_among", { count, searched: stoppedAfter })
        : count > 0 && (isPart ? t("search.news.found_more") : t("search.news.found", { count }))}
    </p>
  );
}
