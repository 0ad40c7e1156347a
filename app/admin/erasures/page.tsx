import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { listErasures } from "@/lib/erasures/read";
import { readTranslator } from "@/lib/messages/translate";
import { find } from "./actions";
import { ErasureList } from "./erasure-list";

const path = "/admin/erasures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("erasures.title") };
}

const news = { asked: "erasures.done.asked", withdrawn: "erasures.done.withdrawn" } as const;

export default async function ErasuresPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const before = await readParam(searchParams, "before");
  const { rows, next } = await readPageAs(path, actor => listErasures(actor, before));
  const [t, clock] = [await readTranslator(), await pageClock()];
  const email = t("erasures.find.email");
  return (
    <>
      <PageHeader title={t("erasures.title")} intro={t("erasures.intro")} />
      {(done === "asked" || done === "withdrawn") && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {rows.length === 0 ? (
            <EmptyState icon="circle-check" title={t("erasures.none")}>
              {t("erasures.none.text")}
            </EmptyState>
          ) : (
            <Card title={t("erasures.list")} id="list">
              <ErasureList t={t} rows={rows} clock={clock} />
            </Card>
          )}
          <Pager
            t={t}
            label={t("erasures.pages")}
            words={[t("search.pages.first"), t("search.pages.next")]}
            newerHref={before ? path : null}
            olderHref={next && `${path}?before=${next}`}
          />
        </div>
        <Card title={t("erasures.find")} id="find" intro={t("erasures.find.intro")}>
          <Form action={find} id="find-person" labels={{ email }} className="grid gap-4">
            <TextField name="email" type="email" label={email} need="required" autoComplete="off" />
            <SubmitButton variant="secondary" className="justify-self-start">
              {t("erasures.find.button")}
            </SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
