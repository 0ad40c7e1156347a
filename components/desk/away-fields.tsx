import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { Clock } from "@/lib/clock";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";

type Absence = { from: string; until: string; standIn: { id: string } | null };
type Props = {
  t: Translator;
  absence: Absence | null;
  colleagues: { id: string; name: string }[];
  clock: Clock;
  help: { until: string; standIn: string };
};

export const awayLabels = (t: Translator) => ({
  from: t("away.from"),
  until: t("away.until"),
  standIn: t("away.stand_in"),
});

/** The fields of an absence: first day away, first day back, and stand-in. Agents fill them in for themselves, admins for others. */
export function AwayFields({ t, absence, colleagues, clock, help }: Props) {
  const dayOf = (at: string) => sayDate(new Date(at), { ...clock, language: "sv-SE" }, "isoDay");
  const labels = awayLabels(t);
  return (
    <>
      <TextField
        name="from"
        label={labels.from}
        type="date"
        defaultValue={dayOf(absence?.from ?? clock.now)}
      />
      <TextField
        name="until"
        label={labels.until}
        help={help.until}
        type="date"
        defaultValue={absence ? dayOf(absence.until) : ""}
      />
      <SelectField
        name="standIn"
        label={labels.standIn}
        help={help.standIn}
        emptyLabel={t("away.stand_in.nobody")}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={absence?.standIn?.id ?? ""}
      />
    </>
  );
}
