import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { tellFields } from "@/components/catalog/tell-fields";
import { DraftNotice } from "@/components/form/draft-notice";
import { tellAddresses } from "@/components/sharing/tell-people";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { isAdmin } from "@/lib/actor";
import { fileRules } from "@/lib/attachments/inspect";
import { readerOf } from "@/lib/catalog/audience";
import { keptNames } from "@/lib/catalog/conditions";
import { readFormFor } from "@/lib/catalog/queries";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { findArticle } from "@/lib/help/read";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { offeredOf } from "@/lib/organisations/own";
import { type RequestTitle, readFollowed } from "@/lib/requests/follow-up";
import { limits } from "@/lib/requests/input";
import { openerOfPage } from "@/lib/session/opener";
import { OrganisationFields } from "./organisation-fields";
import { RaiseView } from "./raise-view";

type Props = { params: Promise<{ type: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("catalog.raise") };
}

export default async function RaisePage({ params, searchParams }: Props) {
  const { type } = await params;
  const asked = await readParam(searchParams, "follows");
  const follows = asked === undefined ? "" : `?follows=${encodeURIComponent(asked)}`;
  const wasRead = asked === undefined ? await readParam(searchParams, "read") : undefined;
  const read = wasRead === undefined ? "" : `?read=${encodeURIComponent(wasRead)}`;
  const page = await readPageAs(
    `/catalog/${encodeURIComponent(type)}${follows}${read}`,
    async (actor, { catalogVersion, organisations }) => {
      const form = await readFormFor(readerOf(actor, organisations), type, catalogVersion, actor.language);
      const followed = asked === undefined ? null : await readFollowed(actor, asked);
      if (asked !== undefined && !followed) return null;
      // What is followed up may be of a type that is no longer offered to them.
      if (!form && followed) redirect(`/?follows=${followed.reference}`);
      if (!form) return null;
      const offered = offeredOf(organisations);
      const ofOrganisation = offered.length > 1 ? ["organisation", "isPrivate"] : ["isPrivate"];
      const names = [
        ...["summary", "shareWith", ...keptNames(form.fields)],
        ...(offered.length > 0 ? ofOrganisation : []),
      ];
      const follow = followed ? `?follows=${followed.reference}` : "";
      const place = placeOfForm(`/catalog/${form.slug}${follow}`, "raise");
      const [unsent, article] = await Promise.all([readUnsent(actor, place, names), findArticle(wasRead)]);
      return { form, followed, article, offered, ...unsent, mayEdit: isAdmin(actor) };
    },
  );
  if (!page) notFound();
  const { form, followed, article, offered, draft, files, mayEdit } = page;
  const t = await readTranslator();
  return (
    <RaiseView
      told={{
        head: {
          title: form.name,
          intro: form.description,
          meta: form.categoryName,
          help: t("help.from_form"),
          way: { label: t("shell.breadcrumb"), types: t("catalog.raise.all_types") },
        },
        hidden: {
          formVersionId: form.formVersionId,
          ...(followed && { follows: followed.reference }),
          ...(article && { read: article.name }),
          ...(offered.length === 1 && { organisation: offered[0]?.slug }),
        },
        ...(offered.length > 0 && {
          more: { organisation: t("organisations.choose"), isPrivate: t("organisations.private") },
        }),
        submissionKey: randomUUID(),
        summary: {
          label: t("catalog.raise.summary"),
          help: t("catalog.raise.summary.help", { max: limits.summary }),
          maxLength: limits.summary,
        },
        fields: tellFields(
          {
            formId: "raise",
            fields: form.fields,
            unsent: files,
            fileRules: fileRules(await readPageSettings()),
          },
          t,
        ),
        stylesHref: `/catalog/${form.slug}/conditions.css?form=${form.formVersionId}`,
        share: tellAddresses(t, t("catalog.raise.share")),
        send: t("catalog.raise.send"),
        confirmation: t("catalog.raise.confirmation"),
      }}
      opener={await openerOfPage()}
      draft={draft}
      {...(draft.kept && { keptLine: <DraftNotice t={t} draft={draft} clock={await pageClock()} /> })}
      {...(offered.length > 0 && { organisation: <OrganisationFields t={t} offered={offered} /> })}
      {...((followed || article || mayEdit) && {
        followed: (
          <>
            {mayEdit && (
              <p className="mb-6 flex flex-wrap gap-2">
                <ButtonLink href={`/admin/catalog/types/${form.slug}/form`} size="small" icon="pencil-line">
                  {t("form_builder.edit")}
                </ButtonLink>
                <ButtonLink href={`/admin/catalog/types/${form.slug}`} size="small" icon="pencil-line">
                  {t("catalog_admin.edit_type")}
                </ButtonLink>
              </p>
            )}
            {followed && <Followed t={t} followed={followed} />}
            {article && <Read t={t} title={article.title} withoutHref={`/catalog/${form.slug}`} />}
          </>
        ),
      })}
    />
  );
}

const Followed = ({ t, followed: { reference, summary } }: { t: Translator; followed: RequestTitle }) => (
  <Banner
    title={t("catalog.raise.follows", { reference })}
    className="mb-6"
    action={
      <ButtonLink href={`/?follows=${reference}`} size="small">
        {t("catalog.raise.other_type")}
      </ButtonLink>
    }
  >
    {t.rich("catalog.raise.follows.text", { summary: <bdi>{summary}</bdi> })}
  </Banner>
);

/** So that nobody tells agents what they have read without knowing, and who does not want to need not. */
const Read = ({ t, title, withoutHref }: { t: Translator; title: string; withoutHref: string }) => (
  <Banner
    className="mb-6"
    action={
      <ButtonLink href={withoutHref} size="small">
        {t("help.read.forget")}
      </ButtonLink>
    }
  >
    {t.rich("help.read.raise", { title: <bdi>{title}</bdi> })}
  </Banner>
);
