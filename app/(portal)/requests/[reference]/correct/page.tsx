import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormFields } from "@/components/catalog/form-fields";
import { tellFields } from "@/components/catalog/tell-fields";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { fileRules } from "@/lib/attachments/inspect";
import { keptNames } from "@/lib/catalog/conditions";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readCorrectionPage } from "@/lib/requests/correct";
import { limits } from "@/lib/requests/input";
import { statusCode } from "@/lib/requests/labels";
import { requestPath } from "@/lib/requests/view";
import { readDeskSettings } from "@/lib/settings";
import { correct } from "./actions";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("corrections.page") };
}

export default async function CorrectPage({ params }: Props) {
  const { reference } = await params;
  const read = await readPageAs(`${requestPath(reference, "customer")}/correct`, async actor => {
    const request = await readCorrectionPage(actor, reference);
    if (!request) return null;
    // With the edition that it corrects, so that what others corrected since is not overwritten unseen.
    const names = ["edition", "summary", ...keptNames(request.fields)];
    const place = placeOfForm(`${requestPath(request.reference, "customer")}/correct`, "correct");
    return { request, ...(await readUnsent(actor, place, names)) };
  });
  if (!read) notFound();
  const { request, draft, files } = read;
  const t = (await readTranslator()).ofType(request.typeSlug);
  const clock = await pageClock();
  const back = requestPath(request.reference, "customer");
  const fields = tellFields(
    {
      formId: "correct",
      fields: request.fields,
      values: request.answers,
      unsent: files,
      fileRules: fileRules(await readDeskSettings()),
    },
    t,
  );
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={t("corrections.title")}
        intro={t("corrections.intro")}
        breadcrumbs={[
          { href: "/requests", label: t("corrections.requests") },
          { href: back, label: request.reference },
        ]}
        meta={request.typeName}
      />
      {!request.isOpen && (
        <Banner
          tone="warn"
          title={t("corrections.not_open", { status: t(statusCode(request.status, "customer")) })}
          className="mb-6"
          action={
            <ButtonLink href={back} size="small">
              {t("corrections.not_open.open")}
            </ButtonLink>
          }
        >
          {t("corrections.not_open.text")}
        </Banner>
      )}
      <Card>
        <Form
          action={correct}
          id="correct"
          labels={{ summary: t("corrections.summary"), ...labels }}
          draft={draft}
          keptLine={<DraftNotice t={t} draft={draft} clock={clock} />}
          className="grid gap-7"
        >
          <input type="hidden" name="reference" value={request.reference} />
          <input type="hidden" name="formVersionId" value={request.formVersionId} />
          <HiddenField name="edition" value={request.edition} />
          <TextField
            name="summary"
            label={t("corrections.summary")}
            need="required"
            help={t("corrections.summary.help", { max: limits.summary })}
            maxLength={limits.summary}
            defaultValue={request.summary}
          />
          <FormFields
            fields={fields}
            stylesHref={`/catalog/${request.typeSlug}/conditions.css?form=${request.formVersionId}&for=correct`}
          />
          <div className="flex flex-wrap items-center gap-3 border-line border-t pt-6">
            <SubmitButton size="large">{t("corrections.save")}</SubmitButton>
            <ButtonLink href={back} size="large" variant="quiet">
              {t("corrections.leave")}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  );
}
