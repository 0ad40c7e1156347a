import { Card } from "@/components/ui/card";
import type { FeedbackCounts } from "@/lib/help/read-feedback";
import type { Translator } from "@/lib/messages/translate";
import { numberFormat, percentFormat } from "@/lib/number-formats";

type Props = { t: Translator; counts: FeedbackCounts };

export function Counts({ t, counts: { yes, no, spared } }: Props) {
  const number = (count: number) => numberFormat(t.language).format(count);
  const figures = [
    [t("help.admin.feedback.yes"), number(yes)],
    [t("help.admin.feedback.no"), number(no)],
    ...(yes + no > 0
      ? [[t("help.admin.feedback.share"), percentFormat(t.language).format(yes / (yes + no))]]
      : []),
    [t("help.admin.feedback.spared.title"), number(spared)],
  ];
  return (
    <Card title={t("help.feedback")} id="counts">
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        {figures.map(([name, figure]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-ink-soft text-sm">{name}</dt>
            <dd className="font-semibold text-2xl text-ink tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-prose text-ink-soft text-sm">{t("help.admin.feedback.spared.intro")}</p>
    </Card>
  );
}
