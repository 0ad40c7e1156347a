import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { maxName } from "@/lib/teams/input";
import { listTeams } from "@/lib/teams/read";
import { add } from "./actions";
import { TeamList } from "./team-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("teams.title") };
}

export default async function TeamsPage() {
  const teams = await readPageAs("/admin/teams", listTeams);
  const t = await readTranslator();
  const [shown, archived] = [false, true].map(isArchived =>
    teams.filter(one => one.isArchived === isArchived),
  );
  return (
    <>
      <PageHeader title={t("teams.title")} intro={t("teams.intro")} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {teams.length === 0 && (
            <EmptyState icon="users" title={t("teams.none")}>
              {t("teams.none.text")}
            </EmptyState>
          )}
          {shown && shown.length > 0 && (
            <Card title={t("teams.list")} id="in-use">
              <TeamList t={t} teams={shown} />
            </Card>
          )}
          {archived && archived.length > 0 && (
            <Card title={t("teams.archived")} id="archived" intro={t("teams.archived.intro")}>
              <TeamList t={t} teams={archived} />
            </Card>
          )}
        </div>
        <Card title={t("teams.new")} id="new">
          <Form action={add} id="add" labels={{ name: t("teams.name") }} className="grid gap-4">
            <TextField
              name="name"
              label={t("teams.name")}
              help={t("teams.name.help")}
              need="required"
              maxLength={maxName}
              autoComplete="off"
            />
            <SubmitButton className="justify-self-start" working={t("teams.saving")}>
              {t("teams.add")}
            </SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
