import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { RunRow } from "@/lib/bulk-runs/read";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { bulkPath } from "../tell-bulk";

export const titleOf = (t: Translator, { action, counts }: RunRow): string =>
  action ? t(`actions.for.${action}`, { count: totalOf(counts) }) : t("bulk.run.unknown");

export const totalOf = ({ waiting, done, refused }: RunRow["counts"]) => waiting + done + refused;

/** How far it is, in one line. */
export function progressOf(t: Translator, { counts, isEnded, isStopped }: RunRow): string {
  const { waiting, done } = counts;
  const count = totalOf(counts);
  if (isStopped) return t("bulk.run.stopped", { count: done });
  if (isEnded || waiting === 0) return t("bulk.run.ended", { count: done });
  return t("bulk.run.working", { settled: count - waiting, count });
}

export function Runs({ t, runs, clock }: { t: Translator; runs: RunRow[]; clock: Clock }) {
  return (
    <Card title={t("bulk.runs")} id="runs">
      <ul className="-my-3 divide-y divide-line text-sm">
        {runs.map(run => (
          <li key={run.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
            <a href={`${bulkPath}/${run.id}`} className="font-medium text-accent-text underline">
              {titleOf(t, run)}
            </a>
            <span className="text-ink-soft">{progressOf(t, run)}</span>
            <span className="text-ink-faint sm:ms-auto">
              <Time at={run.createdAt} clock={clock} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
