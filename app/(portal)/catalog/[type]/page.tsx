import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormFields } from "@/components/catalog/form-fields";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ShareField } from "@/components/sharing/share-field";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { fileRules } from "@/lib/attachments/inspect";
import { keptNames } from "@/lib/catalog/conditions";
import { readForm } from "@/lib/catalog/queries";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readFollowed } from "@/lib/requests/follow-up";
import { limits } from "@/lib/requests/input";
import { readDeskSettings } from "@/lib/settings";
import { raiseRequest } from "./actions";

type Props = { params: Promise<{ type: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("catalog.raise") };
}

export default async function RaisePage({ params, searchParams }: Props) {
  const { type } = await params;
  const asked = await readParam(searchParams, "follows");
  const follows = asked === undefined ? "" : `?follows=${encodeURIComponent(asked)}`;
  const read = await readPageAs(
    `/catalog/${encodeURIComponent(type)}${follows}`,
    async (actor, { catalogVersion }) => {
      const form = await readForm(type, catalogVersion);
      const followed = asked === undefined ? null : await readFollowed(actor, asked);
      if (!form || (asked !== undefined && !followed)) return null;
      const names = ["summary", "shareWith", ...keptNames(form.fields)];
      const follow = followed ? `?follows=${followed.reference}` : "";
      const place = placeOfForm(`/catalog/${form.slug}${follow}`, "raise");
      return { form, followed, ...(await readUnsent(actor, place, names)) };
    },
  );
  if (!read) notFound();
  const { form, followed, draft, files } = read;
  const clock = await pageClock();
  const t = await readTranslator();
  const labels = Object.fromEntries(form.fields.map(({ key, label }) => [`answers.${key}`, label]));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={form.name}
        intro={form.description}
        breadcrumbs={[{ href: "/", label: t("catalog.raise.all_types") }]}
        meta={form.categoryName}
      />
      {followed && (
        <Banner
          title={t("catalog.raise.follows", { reference: followed.reference })}
          className="mb-6"
          action={
            <ButtonLink href={`/?follows=${followed.reference}`} size="small">
              {t("catalog.raise.other_type")}
            </ButtonLink>
          }
        >
          {t.rich("catalog.raise.follows.text", { summary: <bdi>{followed.summary}</bdi> })}
        </Banner>
      )}
      <Card>
        <Form
          draft={draft}
          keptLine={<DraftNotice t={t} draft={draft} clock={clock} />}
          action={raiseRequest}
          id="raise"
          labels={{ summary: t("catalog.raise.summary"), ...labels, shareWith: t("catalog.raise.share") }}
          className="grid gap-7"
        >
          {followed && <input type="hidden" name="follows" value={followed.reference} />}
          <input type="hidden" name="formVersionId" value={form.formVersionId} />
          {/* Keeps the first value when the page is rendered again, so that a second try makes no second request. */}
          <HiddenField name="submissionKey" value={randomUUID()} />
          <TextField
            name="summary"
            label={t("catalog.raise.summary")}
            need="required"
            help={t("catalog.raise.summary.help", { max: limits.summary })}
            maxLength={limits.summary}
          />
          <FormFields
            t={t}
            formId="raise"
            fields={form.fields}
            stylesHref={`/catalog/${form.slug}/conditions.css?form=${form.formVersionId}`}
            unsent={files}
            fileRules={fileRules(await readDeskSettings())}
          />
          <ShareField t={t} label={t("catalog.raise.share")} need="optional" />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-t pt-6">
            <SubmitButton size="large">{t("catalog.raise.send")}</SubmitButton>
            <p className="text-ink-soft text-sm">{t("catalog.raise.confirmation")}</p>
          </div>
        </Form>
      </Card>
    </div>
  );
}
