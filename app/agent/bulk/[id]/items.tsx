import { Icon, type IconName } from "@/components/ui/icon";
import type { RunItem } from "@/lib/bulk-runs/read";
import { tellMessage } from "@/lib/messages/refusals";
import type { Translator } from "@/lib/messages/translate";
import { requestPath } from "@/lib/requests/view";

const looks: Record<RunItem["state"], { icon: IconName; tone: string }> = {
  waiting: { icon: "open", tone: "text-ink-faint" },
  done: { icon: "circle-check", tone: "text-good" },
  refused: { icon: "triangle-alert", tone: "text-warn" },
};

export function Items({ t, items }: { t: Translator; items: RunItem[] }) {
  if (items.length === 0) return <p className="text-ink-soft text-sm">{t("bulk.run.none")}</p>;
  return (
    <ul className="card divide-y divide-line text-sm">
      {items.map(item => (
        <Item key={item.reference} item={item} t={t} />
      ))}
    </ul>
  );
}

function Item({ item: { reference, summary, state, why }, t }: { item: RunItem; t: Translator }) {
  const { icon, tone } = looks[state];
  return (
    <li className="flex flex-wrap gap-x-3 gap-y-1 px-4 py-2.5">
      <a
        href={requestPath(reference, "agent")}
        className="whitespace-nowrap font-medium text-accent-text tabular-nums underline"
      >
        {reference}
      </a>
      <span
        dir="auto"
        className="wrap-anywhere line-clamp-2 min-w-0 text-ink max-sm:order-1 max-sm:w-full sm:flex-1"
      >
        {summary}
      </span>
      <span className={`inline-flex items-center gap-1.5 whitespace-nowrap max-sm:ms-auto ${tone}`}>
        <Icon name={icon} className="size-4" />
        {t(`bulk.state.${state}`)}
      </span>
      {state === "refused" && (
        <span className="w-full text-ink-soft max-sm:order-2">
          {why ? tellMessage(why, t) : t("bulk.run.unknown_reason")}
        </span>
      )}
    </li>
  );
}
