import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs } from "@/lib/entry/page";
import { series } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { maxName } from "@/lib/teams/input";
import { listTeams } from "@/lib/teams/read";
import { RowCards } from "../row-cards";
import { add, shift } from "./actions";

const path = "/admin/teams";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("teams.title") };
}

export default async function TeamsPage() {
  const teams = await readPageAs(path, listTeams);
  const t = await readTranslator();
  return (
    <>
      <PageHeader title={t("teams.title")} intro={t("teams.intro")} />
      <RowCards
        t={t}
        path={path}
        rows={teams.map(({ slug, name, isArchived, members, leads, types }) => ({
          ...{ slug, name, isArchived },
          about: [
            t("teams.counts", { members, leads }),
            ...(types.length > 0 ? [series(t, types)] : []),
          ].join(" · "),
        }))}
        titles={{
          inUse: t("teams.list"),
          archived: t("teams.archived"),
          aboutArchived: t("teams.archived.intro"),
          fresh: t("teams.new"),
        }}
        none={
          <EmptyState icon="users" title={t("teams.none")}>
            {t("teams.none.text")}
          </EmptyState>
        }
        shift={shift}
      >
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
      </RowCards>
    </>
  );
}
