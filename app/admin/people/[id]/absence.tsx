import { AwayFields, awayLabels } from "@/components/desk/away-fields";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { Clock } from "@/lib/clock";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { PersonPage } from "@/lib/people/read";
import { bringBack, sendAway } from "../actions";

type Props = { t: Translator; person: PersonPage; clock: Clock };

export function Absence({ t, person: { id, absence, colleagues }, clock }: Props) {
  const say = (at: string) => sayDate(new Date(at), clock, "weekdayDate");
  return (
    <Card title={t("people.away.title")} id="away" intro={t("people.away.intro")}>
      {absence && (
        <Form
          action={bringBack}
          id="back"
          labels={{}}
          hidden={{ person: id }}
          className="mb-5 grid gap-3 border-line border-b pb-5"
        >
          <p className="text-sm">
            <strong className="block font-medium text-ink">
              {t("people.away.now", { from: say(absence.from), until: say(absence.until) })}
            </strong>
            <span className="text-ink-soft">
              {absence.standIn
                ? t("people.away.now.stand_in", { name: absence.standIn.name })
                : t("people.away.now.nobody")}
            </span>
          </p>
          <SubmitButton variant="secondary" className="justify-self-start" working={t("people.saving")}>
            {t("people.away.end")}
          </SubmitButton>
        </Form>
      )}
      <Form
        key={JSON.stringify(absence)}
        action={sendAway}
        id="away-form"
        labels={awayLabels(t)}
        hidden={{ person: id }}
        className="grid gap-4"
      >
        <AwayFields
          {...{ t, absence, colleagues, clock }}
          help={{ until: t("people.away.until.help"), standIn: t("people.away.stand_in.help") }}
        />
        <SubmitButton variant="secondary" className="justify-self-start" working={t("people.saving")}>
          {t("people.away.set")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
