type Props = {
  words: string;
  /** How many rows this page has, and whether there are more pages. */
  count: number;
  isPart: boolean;
  correction: { typed: string; meant: string }[];
  /** What of the words was not searched, as a sentence. */
  limit: string | null;
};

/** What a search came to, in a sentence that is also read aloud. */
export function ListNews({ words, count, isPart, correction, limit }: Props) {
  if (words === "" || (count === 0 && limit === null)) return null;
  const found = isPart
    ? "More than one page of requests"
    : `${count} ${count === 1 ? "request" : "requests"}`;
  return (
    <p role="status" className="wrap-anywhere mb-4 text-ink-soft text-sm">
      {limit && <>{limit} </>}
      {correction.map(({ typed, meant }) => (
        <span key={typed}>
          None of your requests has “{typed}”, so “<b className="font-semibold text-ink">{meant}</b>” was
          searched.{" "}
        </span>
      ))}
      {count > 0 && `${found} found.`}
    </p>
  );
}
