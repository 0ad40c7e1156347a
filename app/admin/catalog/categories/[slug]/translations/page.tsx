import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { catalogLimits } from "@/lib/catalog/input";
import { readTranslatedCategory } from "@/lib/catalog/translated";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { sayCategory } from "../../../actions";
import { TranslationPage } from "../../../translation-page";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("translations.title") };
}

export default async function Translations({ params, searchParams }: Props) {
  const { slug } = await params;
  const above = `/admin/catalog/categories/${encodeURIComponent(slug)}`;
  const path = `${above}/translations`;
  const translated = await readPageAs(path, actor => readTranslatedCategory(actor, slug));
  const asked = (await readParam(searchParams, "language")) ?? translated.missing[0]?.language;
  const language = translated.missing.find(one => one.language === asked)?.language;
  if (!language) notFound();
  const t = await readTranslator();
  return (
    <TranslationPage
      {...{ t, translated, language, path, save: sayCategory }}
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
      ]}
    />
  );
}
