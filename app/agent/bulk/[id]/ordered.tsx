import { tellUntil } from "@/components/desk/tell-until";
import { Card } from "@/components/ui/card";
import { Markdown } from "@/components/ui/markdown";
import { TimeAsTold } from "@/components/ui/time-as-told";
import type { RunPage } from "@/lib/bulk-runs/read";
import type { Clock } from "@/lib/clock";
import { markdownHtml } from "@/lib/markdown/html";
import type { Translator } from "@/lib/messages/translate";
import { priorityCode, resolutionCode } from "@/lib/requests/labels";
import { agentResolutions } from "@/lib/requests/lifecycle";
import { priorityNames } from "@/lib/requests/priorities";

/** What the action was given. Nothing, where it takes nothing. */
export function Ordered({ t, input, clock }: { t: Translator; input: RunPage["input"]; clock: Clock }) {
  const { to, team, tag, until, body } = input;
  const resolution = agentResolutions.find(one => one === input.resolution);
  const priority = priorityNames.find(one => one === input.priority);
  const named = (what: "me" | "nobody" | "no_team" | { name: string }) =>
    typeof what === "string" ? t(`bulk.asked.${what}`) : <bdi>{what.name}</bdi>;
  const parts = (
    [
      ["bulk.asked.to", to && named(to)],
      ["bulk.asked.team", team && named(team)],
      ["bulk.asked.priority", priority && t(priorityCode(priority))],
      ["bulk.asked.tag", tag && named(tag)],
      ["bulk.asked.until", until && <TimeAsTold time={tellUntil(until, clock)} language={clock.language} />],
      ["bulk.asked.resolution", resolution && t(resolutionCode(resolution))],
      ["bulk.asked.message", body && <Markdown html={markdownHtml(body)} />],
    ] as const
  ).filter(([, value]) => value);
  if (parts.length === 0) return null;
  return (
    <Card title={t("bulk.run.details")} id="ordered">
      <dl className="grid gap-3 text-sm">
        {parts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-ink-soft">{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
