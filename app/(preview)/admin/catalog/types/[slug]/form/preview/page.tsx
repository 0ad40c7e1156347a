import type { Metadata } from "next";
import { tellFields } from "@/components/catalog/tell-fields";
import { SignedForms } from "@/components/form/form";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { fileRules } from "@/lib/attachments/inspect";
import { fieldsIn } from "@/lib/catalog/field-texts";
import { forCustomers, withoutNeed } from "@/lib/catalog/for-agents";
import { readFormPage } from "@/lib/catalog/form-page";
import { withLists } from "@/lib/catalog/shared-lists";
import { readPageAs, readPageSettings, readParams, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import { TryView } from "./try-view";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("form_builder.preview") };
}

/** What the form builder shows in its iframe: the form as customers would get it, made of the draft, or of the published version if there is no draft. */
export default async function FormPreviewPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/admin/catalog/types/${encodeURIComponent(slug)}/form/preview`;
  const form = await readPageAs(path, actor => readFormPage(actor, slug));
  const t = await readTranslator();
  const { tried, as, language = "" } = await readParams(searchParams, ["tried", "as", "language"]);
  const [isAccepted, isAgents] = [tried === "accepted", as === "agent"];
  const { name, description, categoryName, draft, published, lists } = form;
  // As the desk says it, whatever the admin reads, unless it is to be seen in another language.
  const whole = fieldsIn(withLists(draft?.fields ?? published, lists), language);
  const fields = isAgents ? withoutNeed(whole) : forCustomers(whole);
  return (
    <main id="main" aria-label={name} className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6">
      <Banner className="mb-6">
        {t(isAgents ? "form_builder.preview.note.agents" : "form_builder.preview.note")}
      </Banner>
      {isAccepted && (
        <Banner tone="good" role="status" className="mb-6">
          {t("form_builder.preview.accepted")}
        </Banner>
      )}
      <PageHeader title={name} intro={description && <bdi>{description}</bdi>} meta={categoryName} />
      <SignedForms>
        <TryView
          slug={slug}
          {...(isAgents && { as: "agent" })}
          summary={{
            label: t("catalog.raise.summary"),
            help: t("catalog.raise.summary.help", { max: limits.summary }),
            maxLength: limits.summary,
          }}
          fields={tellFields(
            {
              formId: "raise",
              // A question that is being written has no label yet.
              fields: fields.map(field => ({ ...field, label: field.label || t("form_builder.untitled") })),
              unsent: {},
              fileRules: fileRules(await readPageSettings()),
            },
            t,
          )}
          stylesHref={`${path}/conditions.css?draft=${draft?.version ?? 0}${isAgents ? "&as=agent" : ""}`}
          send={t("catalog.raise.send")}
        />
      </SignedForms>
    </main>
  );
}
