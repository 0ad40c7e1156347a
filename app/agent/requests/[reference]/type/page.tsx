import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { pageClock, readParam, type SearchParams } from "@/lib/entry/page";
import { openTypeChange } from "@/lib/entry/type-change-page";
import { readTranslator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { requestPath } from "@/lib/requests/view";
import { PickType } from "./pick-type";
import { RetypeForm } from "./retype-form";

type Props = { params: Promise<{ reference: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("type_change.title") };
}

export default async function ChangeTypePage({ params, searchParams }: Props) {
  const to = await readParam(searchParams, "to");
  const { request, catalog, chosen, fileRules } = await openTypeChange((await params).reference, to);
  const { reference, status, isOpen, typeName, typeSlug } = request;
  const t = (await readTranslator()).ofType(typeSlug);
  const back = requestPath(reference, "agent");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={t("type_change.title")}
        intro={
          chosen
            ? t.rich("type_change.intro.chosen", {
                ...{ from: t.named("type", typeName), to: chosen.form.name },
                name: words => <b>{words}</b>,
              })
            : t("type_change.intro", { type: t.named("type", typeName) })
        }
        breadcrumbs={[
          { href: "/agent", label: t("agent.queue") },
          { href: back, label: reference },
          ...(chosen ? [{ href: `${back}/type`, label: t("type_change.title") }] : []),
        ]}
      />
      {isOpen ? (
        chosen ? (
          <RetypeForm {...{ request, chosen, fileRules, t }} clock={await pageClock()} />
        ) : (
          <PickType catalog={catalog} present={typeSlug} path={`${back}/type`} />
        )
      ) : (
        <Banner
          tone="warn"
          title={t("corrections.not_open", { status: t(statusCode(status, "agent")) })}
          action={
            <ButtonLink href={back} size="small">
              {t("corrections.not_open.open")}
            </ButtonLink>
          }
        >
          {t("type_change.not_open")}
        </Banner>
      )}
    </div>
  );
}
