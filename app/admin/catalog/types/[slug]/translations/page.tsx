import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { catalogLimits } from "@/lib/catalog/input";
import { statusWords } from "@/lib/catalog/status-words";
import { readTranslatedType } from "@/lib/catalog/translated";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { sayType } from "../../../actions";
import { TranslationPage } from "../../../translation-page";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("translations.title") };
}

export default async function Translations({ params, searchParams }: Props) {
  const { slug } = await params;
  const above = `/admin/catalog/types/${encodeURIComponent(slug)}`;
  const path = `${above}/translations`;
  const translated = await readPageAs(path, actor => readTranslatedType(actor, slug));
  const asked = (await readParam(searchParams, "language")) ?? translated.missing[0]?.language;
  const language = translated.missing.find(one => one.language === asked)?.language;
  if (!language) notFound();
  const t = await readTranslator();
  return (
    <TranslationPage
      {...{ t, translated, language, path, save: sayType }}
      isSaved={(await readParam(searchParams, "done")) === "translated"}
      breadcrumbs={[
        { href: "/admin/catalog", label: t("catalog_admin.title") },
        { href: above, label: translated.texts.name ?? "" },
      ]}
      lines={[
        { name: "name", label: t("catalog_admin.name"), maxLength: catalogLimits.name },
        {
          name: "description",
          label: t("catalog_admin.description"),
          maxLength: catalogLimits.description,
        },
        {
          name: "keywords",
          label: t("catalog_admin.type.keywords"),
          maxLength: catalogLimits.keywords,
        },
        ...statusWords.map(status => ({
          name: status,
          label: t("translations.status", { status: t(statusCode(status, "customer")) }),
          maxLength: catalogLimits.status,
        })),
      ]}
    />
  );
}
