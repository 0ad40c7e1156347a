import type { Translator } from "@/lib/messages/translate";
import type { RequestLink } from "@/lib/requests/follow-up";
import { type RequestView, requestPath } from "@/lib/requests/view";

type Props = { follows: RequestLink | null; followUps: RequestLink[]; view: RequestView; t: Translator };

/** What a request goes on from, and what goes on from it. */
export function FollowLinks({ follows, followUps, view, t }: Props) {
  if (!follows && followUps.length === 0) return null;
  const lines = [
    ...(follows ? [{ code: "requests.details.follows" as const, to: follows }] : []),
    ...followUps.map(to => ({ code: "requests.details.followed_by" as const, to })),
  ];
  return (
    <div className="mt-4 grid gap-1 border-line border-t pt-4 text-sm">
      {lines.map(({ code, to: { reference, summary } }) => (
        <p key={`${code} ${reference}`} className="wrap-anywhere text-ink-soft">
          {t.rich(code, {
            request: (
              <a
                href={requestPath(reference, view)}
                className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-2"
              >
                {reference}
              </a>
            ),
            summary: <bdi>{summary}</bdi>,
          })}
        </p>
      ))}
    </div>
  );
}
