import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { maxName } from "@/lib/organisations/input";
import { type OrganisationPage, readOrganisation } from "@/lib/organisations/read";
import { archive, rename } from "../actions";
import { Domains } from "./domains";
import { Members } from "./members";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("organisations.title") };
}

const news = {
  added: "organisations.done.added",
  renamed: "organisations.done.renamed",
  archived: "organisations.done.archived",
  restored: "organisations.done.restored",
  domain_added: "organisations.done.domain_added",
  domain_removed: "organisations.done.domain_removed",
  member_added: "organisations.done.member_added",
  member_removed: "organisations.done.member_removed",
  manager_set: "organisations.done.manager_set",
  manager_unset: "organisations.done.manager_unset",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

export default async function OrganisationSlugPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { done, q: words = "", after } = await readParams(searchParams, ["done", "q", "after"]);
  const organisation = await readPageAs(`/admin/organisations/${encodeURIComponent(slug)}`, actor =>
    readOrganisation(actor, slug, { words, after }),
  );
  const t = await readTranslator();
  return (
    <>
      <PageHeader
        t={t}
        title={organisation.name}
        breadcrumbs={[{ href: "/admin/organisations", label: t("organisations.title") }]}
        meta={organisation.isArchived && t("organisations.archived")}
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Members t={t} organisation={organisation} words={words} />
        <div className="grid gap-6">
          <Domains t={t} organisation={organisation} />
          <Naming t={t} organisation={organisation} />
        </div>
      </div>
    </>
  );
}

function Naming({ t, organisation }: { t: Translator; organisation: OrganisationPage }) {
  const { slug, name, isArchived } = organisation;
  return (
    <Card title={t("organisations.name")} id="naming">
      <Form
        action={rename}
        id="rename"
        labels={{ name: t("organisations.name") }}
        hidden={{ slug }}
        className="grid gap-4"
      >
        <TextField name="name" label={t("organisations.name")} defaultValue={name} maxLength={maxName} />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("organisations.rename")}
        </SubmitButton>
      </Form>
      <Form
        action={archive}
        id="archive"
        labels={{}}
        hidden={{ slug, isArchived: isArchived ? "no" : "yes" }}
        className="mt-6 grid gap-3 border-line border-t pt-5"
      >
        <p className="text-ink-soft text-sm">
          {t(isArchived ? "organisations.restore.text" : "organisations.archive.text")}
        </p>
        <SubmitButton variant="secondary" className="justify-self-start">
          {t(isArchived ? "organisations.restore" : "organisations.archive")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
