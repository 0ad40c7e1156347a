import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { repliesPath } from "@/lib/canned-replies/paths";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { maxName } from "@/lib/teams/input";
import { readTeam, type TeamPage } from "@/lib/teams/read";
import { archive, rename } from "../actions";
import { Members } from "./members";
import { Types } from "./types";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("teams.title") };
}

const news = {
  added: "teams.done.added",
  renamed: "teams.done.renamed",
  archived: "teams.done.archived",
  restored: "teams.done.restored",
  member_added: "teams.done.member_added",
  member_removed: "teams.done.member_removed",
  lead_set: "teams.done.lead_set",
  lead_unset: "teams.done.lead_unset",
  type_added: "teams.done.type_added",
  type_removed: "teams.done.type_removed",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

export default async function TeamSlugPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const done = await readParam(searchParams, "done");
  const team = await readPageAs(`/admin/teams/${encodeURIComponent(slug)}`, actor => readTeam(actor, slug));
  const t = await readTranslator();
  return (
    <>
      <PageHeader
        t={t}
        title={team.name}
        breadcrumbs={[{ href: "/admin/teams", label: t("teams.title") }]}
        meta={team.isArchived && t("teams.is_archived")}
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Members t={t} team={team} />
        <div className="grid gap-6">
          <Types t={t} team={team} />
          {!team.isArchived && <Replies t={t} team={team} />}
          <Naming t={t} team={team} />
        </div>
      </div>
    </>
  );
}

function Replies({ t, team: { slug } }: { t: Translator; team: TeamPage }) {
  return (
    <Card title={t("canned_replies.title")} id="replies" intro={t("teams.replies.intro")}>
      <a href={repliesPath({ team: slug })} className="text-accent-text text-sm underline">
        {t("teams.replies")}
      </a>
    </Card>
  );
}

function Naming({ t, team: { slug, name, isArchived } }: { t: Translator; team: TeamPage }) {
  return (
    <Card title={t("teams.name")} id="naming">
      <Form
        key={name}
        action={rename}
        id="rename"
        labels={{ name: t("teams.name") }}
        hidden={{ slug }}
        className="grid gap-4"
      >
        <TextField name="name" label={t("teams.name")} defaultValue={name} maxLength={maxName} />
        <SubmitButton variant="secondary" className="justify-self-start" working={t("teams.saving")}>
          {t("teams.rename")}
        </SubmitButton>
      </Form>
      <Form
        action={archive}
        id="archive"
        labels={{}}
        hidden={{ slug, isArchived: isArchived ? "no" : "yes" }}
        className="mt-6 grid gap-3 border-line border-t pt-5"
      >
        <p className="text-ink-soft text-sm">{t(isArchived ? "teams.restore.text" : "teams.archive.text")}</p>
        <SubmitButton variant="secondary" className="justify-self-start" working={t("teams.saving")}>
          {t(isArchived ? "teams.restore" : "teams.archive")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
