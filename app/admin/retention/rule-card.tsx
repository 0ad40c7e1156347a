import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Day } from "@/components/ui/day";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { RetentionPage, RuleState } from "@/lib/retention/read";
import { preview as count, switchOff } from "./actions";
import { Preview } from "./preview";

type Props = {
  t: Translator;
  clock: Clock;
  rule: RuleState["rule"];
  on: RuleState | null;
  preview: RetentionPage["preview"];
};

export function RuleCard({ t, clock, rule, on, preview }: Props) {
  const months = t("retention.months");
  const asked = preview?.months ?? on?.months;
  return (
    <Card title={t(`retention.${rule}`)} id={rule} intro={t(`retention.${rule}.text`)}>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="text-sm">
          <p className="font-medium text-ink">
            {on ? t("retention.on", { months: on.months }) : t("retention.off")}
          </p>
          {on && (
            <p className="text-ink-soft">
              {t.rich("retention.on.by", { who: on.setBy, when: <Day at={on.setAt} clock={clock} /> })}
            </p>
          )}
        </div>
        {on && (
          <Form action={switchOff} id={`stop-${rule}`} labels={{}} hidden={{ rule }}>
            <SubmitButton variant="secondary" size="small" working={t("retention.stopping")}>
              {t("retention.stop")}
            </SubmitButton>
          </Form>
        )}
      </div>
      <Form
        key={asked}
        action={count}
        id={`count-${rule}`}
        labels={{ months }}
        hidden={{ rule }}
        className="grid gap-4"
      >
        <TextField
          name="months"
          label={months}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-48"
          {...(asked !== undefined && { defaultValue: String(asked) })}
        />
        <SubmitButton variant="secondary" className="justify-self-start" working={t("retention.counting")}>
          {t("retention.count")}
        </SubmitButton>
      </Form>
      {preview && <Preview {...{ t, clock, preview, on }} />}
    </Card>
  );
}
