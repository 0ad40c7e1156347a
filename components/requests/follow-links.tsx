import Link from "next/link";

type RequestLink = { reference: string; summary: string };
type Props = { follows: RequestLink | null; followUps: RequestLink[]; path: string };

/** What a request goes on from, and what goes on from it. */
export function FollowLinks({ follows, followUps, path }: Props) {
  if (!follows && followUps.length === 0) return null;
  return (
    <div className="mt-4 grid gap-1 border-line border-t pt-4 text-sm">
      {follows && <Line words="Follows" to={follows} path={path} />}
      {followUps.map(one => (
        <Line key={one.reference} words="Followed up by" to={one} path={path} />
      ))}
    </div>
  );
}

function Line({ words, to: { reference, summary }, path }: { words: string; to: RequestLink; path: string }) {
  return (
    <p className="wrap-anywhere text-ink-soft">
      {words}{" "}
      <Link
        href={`${path}/${reference}`}
        prefetch={false}
        className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-2"
      >
        {reference}
      </Link>
      : <bdi>{summary}</bdi>
    </p>
  );
}
