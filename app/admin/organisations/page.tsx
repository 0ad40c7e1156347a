import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { FindForm } from "@/components/search/find-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { maxName } from "@/lib/organisations/input";
import { type ListedOrganisation, listOrganisations } from "@/lib/organisations/read";
import { OrderedRows } from "../ordered-rows";
import { orderFormId, rowsTexts } from "../rows-texts";
import { add, shift } from "./actions";

const path = "/admin/organisations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("organisations.title") };
}

export default async function OrganisationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { after: typedAfter = "", q = "" } = await readParams(searchParams, ["after", "q"]);
  const after = /^\d{1,9}$/.exec(typedAfter)?.[0];
  const words = q.trim();
  const { rows, next } = await readPageAs(path, actor => listOrganisations(actor, Number(after ?? 0), words));
  const addressOf = (wishes: Record<string, string>) => {
    const query = new URLSearchParams({ ...(words && { q: words }), ...wishes });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  const t = await readTranslator();
  return (
    <>
      <PageHeader title={t("organisations.title")} intro={t("organisations.intro")} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {(words || after || next) && (
            <FindForm
              {...{ t, action: path, words, clear: path }}
              label={t("organisations.find")}
              placeholder={t("organisations.find.placeholder")}
              className="mb-6 block"
            />
          )}
          <Card>
            {rows.length === 0 ? (
              <p className="text-ink-soft text-sm">
                {t(words ? "organisations.none.found" : "organisations.none")}
              </p>
            ) : (
              <>
                <Form
                  action={shift}
                  id={orderFormId}
                  labels={{}}
                  hidden={after === undefined ? {} : { after }}
                />
                <OrderedRows
                  texts={rowsTexts(t)}
                  path={path}
                  rows={rows.map(row => ({ slug: row.slug, name: row.name, about: aboutOf(t, row) }))}
                  // Among those that are found, none is next to another.
                  canBeMoved={words === ""}
                  isBehind={after !== undefined}
                  hasMore={next !== null}
                />
              </>
            )}
          </Card>
          <Pager
            t={t}
            label={t("organisations.pages")}
            words={[t("search.pages.first"), t("search.pages.next")]}
            newerHref={after ? addressOf({}) : null}
            olderHref={next && addressOf({ after: next })}
          />
        </div>
        <Card title={t("organisations.new")} id="new">
          <Form action={add} id="add" labels={{ name: t("organisations.name") }} className="grid gap-4">
            <TextField name="name" label={t("organisations.name")} need="required" maxLength={maxName} />
            <SubmitButton className="justify-self-start">{t("organisations.add")}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}

const aboutOf = (t: Translator, { isArchived, members, managers, domains }: ListedOrganisation) =>
  [
    ...(isArchived ? [t("organisations.archived")] : []),
    t("organisations.counts", { members, managers }),
    ...(domains.length > 0 ? [domains.join(", ")] : []),
  ].join(" · ");
