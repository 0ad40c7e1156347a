import Link from "next/link";
import type { RequestLink } from "@/lib/requests/follow-up";
import { type RequestView, requestPath } from "@/lib/requests/view";

type Props = { follows: RequestLink | null; followUps: RequestLink[]; view: RequestView };

/** What a request goes on from, and what goes on from it. */
export function FollowLinks({ follows, followUps, view }: Props) {
  if (!follows && followUps.length === 0) return null;
  return (
    <div className="mt-4 grid gap-1 border-line border-t pt-4 text-sm">
      {follows && <Line words="Follows" to={follows} view={view} />}
      {followUps.map(one => (
        <Line key={one.reference} words="Followed up by" to={one} view={view} />
      ))}
    </div>
  );
}

function Line({
  words,
  to: { reference, summary },
  view,
}: {
  words: string;
  to: RequestLink;
  view: RequestView;
}) {
  return (
    <p className="wrap-anywhere text-ink-soft">
      {words}{" "}
      <Link
        href={requestPath(reference, view)}
        prefetch={false}
        className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-2"
      >
        {reference}
      </Link>
      : <bdi>{summary}</bdi>
    </p>
  );
}
