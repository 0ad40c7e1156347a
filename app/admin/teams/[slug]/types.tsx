import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { TeamPage } from "@/lib/teams/read";
import { giveUp, take } from "../actions";

type Props = { t: Translator; team: TeamPage };

export function Types({ t, team: { slug, types, otherTypes } }: Props) {
  return (
    <Card title={t("teams.types")} id="types" intro={t("teams.types.intro")}>
      {types.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("teams.types.none")}</p>
      ) : (
        <ul className="grid gap-2">
          {types.map(type => (
            <li key={type.slug} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span dir="auto" className="wrap-anywhere font-medium text-ink text-sm">
                {type.name}
              </span>
              <Form
                action={giveUp}
                id={`give-up-${type.slug}`}
                labels={{}}
                hidden={{ slug, type: type.slug }}
              >
                <SubmitButton variant="secondary" size="small" working={t("teams.saving")}>
                  {t.rich("teams.type.remove", {
                    type: type.name,
                    hidden: words => <span className="sr-only">{words}</span>,
                  })}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {otherTypes.length > 0 && (
        <Form
          key={types.map(type => type.slug).join()}
          action={take}
          id="take"
          labels={{ type: t("teams.type") }}
          hidden={{ slug }}
          className="mt-6 grid gap-4"
        >
          <SelectField
            name="type"
            label={t("teams.type")}
            options={otherTypes.map(type => ({ value: type.slug, label: labelOf(type, t) }))}
            emptyLabel={t("teams.type.choose")}
          />
          <SubmitButton variant="secondary" className="justify-self-start" working={t("teams.saving")}>
            {t("teams.type.add")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}

const labelOf = ({ name, teamName }: TeamPage["otherTypes"][number], t: Translator) =>
  teamName === null ? name : t("teams.type.of_other", { type: name, team: teamName });
