import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { Attention } from "@/lib/administration/attention";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; attention: Attention[] };

export function AttentionList({ t, attention }: Props) {
  if (attention.length === 0)
    return (
      <p className="mb-8 flex items-center gap-2 text-ink-soft text-sm">
        <Icon name="circle-check" className="text-good" />
        {t("administration.attention.none")}
      </p>
    );
  return (
    <Card title={t("administration.attention")} id="attention" className="mb-8">
      <ul className="-my-3 divide-y divide-line text-sm">
        {attention.map(({ said, href, isUrgent }) => (
          <li key={said.code} className="flex gap-3 py-3">
            <Icon
              name={isUrgent ? "circle-alert" : "info"}
              className={isUrgent ? "mt-1 text-bad" : "mt-1 text-ink-faint"}
            />
            <a
              href={href}
              className="wrap-anywhere min-w-0 text-ink underline-offset-4 hover:text-accent-text hover:underline"
            >
              {say(t, said)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
