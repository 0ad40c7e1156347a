import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { TeamPage } from "@/lib/teams/read";
import { drop, join, lead } from "../actions";

type Props = { t: Translator; team: TeamPage };

export function Members({ t, team: { slug, members, otherAgents } }: Props) {
  return (
    <Card title={t("teams.members")} id="members" intro={t("teams.members.intro")}>
      {otherAgents.length > 0 ? (
        <Form
          key={members.map(({ id }) => id).join()}
          action={join}
          id="join"
          labels={{ person: t("teams.member") }}
          hidden={{ slug }}
          className="mb-6 grid gap-4 border-line border-b pb-6"
        >
          <SelectField
            name="person"
            label={t("teams.member")}
            options={otherAgents.map(({ id, name }) => ({ value: id, label: name }))}
            emptyLabel={t("teams.member.choose")}
          />
          <SubmitButton variant="secondary" className="justify-self-start" working={t("teams.saving")}>
            {t("teams.member.add")}
          </SubmitButton>
        </Form>
      ) : (
        <p className="mb-6 border-line border-b pb-6 text-ink-soft text-sm">{t("teams.members.all")}</p>
      )}
      {members.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("teams.members.none")}</p>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {members.map(member => (
            <Line key={member.id} t={t} slug={slug} member={member} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type LineProps = { t: Translator; slug: string; member: TeamPage["members"][number] };

function Line({ t, slug, member: { id, name, email, isLead, isActive } }: LineProps) {
  const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
  const standing = [
    ...(isLead ? [t("teams.member.lead")] : []),
    ...(isActive ? [] : [t("teams.member.inactive")]),
  ];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56 text-sm">
        <p dir="auto" className="font-medium text-ink">
          {name}
        </p>
        <p className="text-ink-soft">{email}</p>
        {standing.length > 0 && <p className="text-ink-soft">{standing.join(" · ")}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <Form
          key={String(isLead)}
          action={lead}
          id={`lead-${id}`}
          labels={{}}
          hidden={{ slug, person: id, isLead: isLead ? "no" : "yes" }}
        >
          <SubmitButton variant="secondary" size="small" working={t("teams.saving")}>
            {t.rich(isLead ? "teams.member.unmake_lead" : "teams.member.make_lead", { name, hidden })}
          </SubmitButton>
        </Form>
        <Form action={drop} id={`drop-${id}`} labels={{}} hidden={{ slug, person: id }}>
          <SubmitButton variant="secondary" size="small" working={t("teams.saving")}>
            {t.rich("teams.member.remove", { name, hidden })}
          </SubmitButton>
        </Form>
      </div>
    </li>
  );
}
