import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Day } from "@/components/ui/day";
import { fullDay } from "@/components/ui/relative-time";
import type { Clock } from "@/lib/clock";
import { sizeOf } from "@/lib/form/file-view";
import type { Translator } from "@/lib/messages/translate";
import type { RetentionPage, RuleState } from "@/lib/retention/read";
import { switchOn } from "./actions";

type Counted = NonNullable<RetentionPage["preview"]>;
type Props = { t: Translator; clock: Clock; preview: Counted; on: RuleState | null };

/** What would go, and the form that has it go. */
export function Preview({ t, clock, preview, on }: Props) {
  const { rule, months, count, from, until } = preview;
  const label = t("retention.typed", { count: String(count) });
  const time = (at: Date) => <Day at={at} clock={clock} />;
  return (
    <section aria-labelledby={`${rule}-preview`} className="mt-6 border-line border-t pt-5">
      <h3 id={`${rule}-preview`} className="mb-2 font-medium text-ink">
        {t("retention.preview", { months })}
      </h3>
      <p className="text-ink">{count === 0 ? t("retention.preview.none") : goes(t, preview)}</p>
      {from && until && (
        <p className="mt-1 text-ink-soft text-sm">
          {fullDay(from, clock) === fullDay(until, clock)
            ? t.rich("retention.preview.day", { day: time(from) })
            : t.rich("retention.preview.range", { from: time(from), until: time(until) })}
        </p>
      )}
      <Form
        action={switchOn}
        id={`set-${rule}`}
        labels={{ typed: label }}
        hidden={{
          rule,
          months: String(months),
          shown: String(count),
          seen: on ? String(new Date(on.setAt).getTime()) : "",
        }}
        className="mt-5 grid gap-4"
      >
        <TextField name="typed" label={label} inputMode="numeric" autoComplete="off" className="max-w-48" />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant="danger" working={t("retention.switching_on")}>
            {t("retention.switch_on")}
          </SubmitButton>
          <a href="/admin/retention" className="link">
            {t("retention.cancel")}
          </a>
        </div>
      </Form>
    </section>
  );
}

function goes(t: Translator, { rule, count, comments, notes, files, bytes }: Counted): string {
  switch (rule) {
    case "requests":
      return t("retention.preview.requests", { count, comments, notes, files });
    case "files":
      return t("retention.preview.files", { count, size: sizeOf(bytes, t.language) });
    default:
      return t(`retention.preview.${rule}`, { count });
  }
}
