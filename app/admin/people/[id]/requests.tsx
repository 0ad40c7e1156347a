import { StatusBadge } from "@/components/requests/status-badge";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { PersonPage } from "@/lib/people/read";
import { statusCode } from "@/lib/requests/labels";
import { referenceOf } from "@/lib/requests/reference";
import type { DeskSettings } from "@/lib/settings";

type Props = { t: Translator; person: PersonPage; settings: DeskSettings };

const link = "inline-flex min-h-6 items-center text-accent-text underline";

/** What they raised, newest first, and what waits for them. */
export function Requests({ t, person, settings }: Props) {
  const { id, email, requests, openCount, assignedCount } = person;
  return (
    <Card
      title={t("people.requests")}
      id="requests"
      intro={requests.length > 0 && t("people.requests.open", { count: openCount })}
    >
      {requests.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("people.requests.none")}</p>
      ) : (
        <ul className="-mt-2 mb-2 divide-y divide-line text-sm">
          {requests.map(({ number, summary, status }) => {
            const reference = referenceOf(number, settings);
            return (
              <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                <span className="wrap-anywhere min-w-0 flex-1 basis-56">
                  <a
                    href={`/agent/requests/${reference}`}
                    dir="auto"
                    className="font-medium text-ink hover:underline"
                  >
                    {summary}
                  </a>{" "}
                  <span className="whitespace-nowrap text-ink-faint tabular-nums">{reference}</span>
                </span>
                <StatusBadge status={status} label={t(statusCode(status, "agent"))} />
              </li>
            );
          })}
        </ul>
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {requests.length > 0 && (
          <a href={`/agent?status=all&customer=${encodeURIComponent(email)}`} className={link}>
            {t("people.requests.all")}
          </a>
        )}
        {assignedCount > 0 && (
          <a href={`/agent?assigned=${id}`} className={link}>
            {t("people.requests.assigned", { count: assignedCount })}
          </a>
        )}
      </p>
    </Card>
  );
}
