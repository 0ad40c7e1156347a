import { Card } from "@/components/ui/card";
import type { Preview } from "@/lib/bulk-runs/preview";
import type { Translator } from "@/lib/messages/translate";
import { requestPath } from "@/lib/requests/view";

const maxShown = 20;

export function Selected({ t, requests }: { t: Translator; requests: Preview["requests"] }) {
  const more = requests.length - maxShown;
  return (
    <Card title={t("bulk.list")} id="selected">
      <ul className="-my-2 divide-y divide-line text-sm">
        {requests.slice(0, maxShown).map(({ reference, summary }) => (
          <li key={reference} className="flex gap-3 py-2">
            <a
              href={requestPath(reference, "agent")}
              className="whitespace-nowrap font-medium text-accent-text tabular-nums underline"
            >
              {reference}
            </a>
            <span dir="auto" className="wrap-anywhere line-clamp-2 text-ink-soft">
              {summary}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-4 text-ink-soft text-sm">{t("bulk.list.more", { count: more })}</p>}
    </Card>
  );
}
