import type { Metadata } from "next";
import { catalogLimits } from "@/lib/catalog/input";
import { readTranslatedCategory } from "@/lib/catalog/translated";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { sayCategory } from "../../../actions";
import { TranslationPage } from "../../../translation-page";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("translations.title") };
}

export default async function CategoryTranslations({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await readTranslator();
  const { name, description } = catalogLimits;
  return (
    <TranslationPage
      above={`/admin/catalog/categories/${encodeURIComponent(slug)}`}
      searchParams={searchParams}
      read={actor => readTranslatedCategory(actor, slug)}
      save={sayCategory}
      lines={[
        { name: "name", label: t("catalog_admin.name"), maxLength: name },
        { name: "description", label: t("catalog_admin.description"), maxLength: description },
      ]}
    />
  );
}
