import { StatusBadge } from "@/components/requests/status-badge";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import type { RequestRow } from "@/lib/search/list";

type Props = { t: Translator; rows: RequestRow[]; waitingCount: number; clock: Clock };

/** What waits for the reader, and where they left off, above the catalog. */
export function LatestRequests({ t, rows, waitingCount, clock }: Props) {
  return (
    <section aria-labelledby="latest" className="latest">
      <div>
        <h2 id="latest">{t("catalog.latest")}</h2>
        {waitingCount > 0 && (
          <a href="/requests?show=waiting_for_customer" className="waits">
            {t("catalog.latest.waiting", { count: waitingCount })}
          </a>
        )}
        <a href="/requests">{t("catalog.latest.all")}</a>
      </div>
      <ul>
        {rows.map(({ reference, summary, status, typeSlug, lastActivityAt, isUnread }) => (
          <li key={reference} className={status === "waiting_for_customer" ? "waits" : undefined}>
            <a href={`/requests/${reference}`} className={isUnread ? "unread" : undefined}>
              {isUnread && <span className="sr-only">{t("search.unread")} </span>}
              <bdi>{summary}</bdi>
            </a>
            <p>
              <StatusBadge status={status} label={t.ofType(typeSlug)(statusCode(status, "customer"))} />
              <Time at={lastActivityAt} clock={clock} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
