import type { Metadata } from "next";
import { CorrectForm } from "@/components/requests/correct-form";
import { PageHeader } from "@/components/ui/page-header";
import { openCorrection } from "@/lib/entry/correction-page";
import { pageClock } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { requestPath } from "@/lib/requests/view";
import { correct } from "./actions";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("corrections.page") };
}

export default async function CorrectPage({ params }: Props) {
  const opened = await openCorrection((await params).reference, "customer");
  const { reference, typeSlug, typeName } = opened.request;
  const t = (await readTranslator()).ofType(typeSlug);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={t("corrections.title")}
        intro={t("corrections.intro")}
        breadcrumbs={[
          { href: "/requests", label: t("corrections.requests") },
          { href: requestPath(reference, "customer"), label: reference },
        ]}
        meta={typeName}
      />
      <CorrectForm {...opened} view="customer" action={correct} t={t} clock={await pageClock()} />
    </div>
  );
}
