import { numberFormat } from "@/lib/formats";
import type { Listing } from "@/lib/search/list";

type Props = {
  words: string;
  /** How many rows this page has, and whether there are more pages. */
  count: number;
  isPart: boolean;
  correction: Listing<unknown>["correction"];
  /** What of the words was not searched, as a sentence. */
  limit: string | null;
  /** How many requests were looked at before the search stopped; null where it did not. */
  stoppedAfter: number | null;
  /** Whose requests were searched, as in "None of your requests". */
  noneOf?: string;
};

/** What a search came to, in a sentence that is also read aloud. */
export function ListNews(props: Props) {
  const { words, count, isPart, correction, limit, stoppedAfter, noneOf = "None of your requests" } = props;
  if (stoppedAfter === null && (words === "" || (count === 0 && limit === null))) return null;
  const found = isPart
    ? "More than one page of requests"
    : `${count} ${count === 1 ? "request" : "requests"}`;
  return (
    <p role="status" className="wrap-anywhere mb-4 text-ink-soft text-sm">
      {limit && <>{limit} </>}
      {correction.map(({ typed, meant }) => (
        <span key={typed}>
          {noneOf} has “{typed}”, so “<b className="font-semibold text-ink">{meant}</b>” was searched.{" "}
        </span>
      ))}
      {stoppedAfter !== null
        ? `${count === 0 ? "Nothing" : count === 1 ? "1 request" : `${count} requests`} found among ${numberFormat("en").format(stoppedAfter)} requests. There are more to look through.`
        : count > 0 && `${found} found.`}
    </p>
  );
}
