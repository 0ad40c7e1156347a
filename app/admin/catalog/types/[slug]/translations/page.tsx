import type { Metadata } from "next";
import { catalogLimits } from "@/lib/catalog/input";
import { statusWords } from "@/lib/catalog/status-words";
import { readTranslatedType } from "@/lib/catalog/translated";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { sayType } from "../../../actions";
import { TranslationPage } from "../../../translation-page";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("translations.title") };
}

export default async function TypeTranslations({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await readTranslator();
  const { name, description, keywords, status: ofStatus } = catalogLimits;
  return (
    <TranslationPage
      above={`/admin/catalog/types/${encodeURIComponent(slug)}`}
      searchParams={searchParams}
      read={actor => readTranslatedType(actor, slug)}
      save={sayType}
      lines={[
        { name: "name", label: t("catalog_admin.name"), maxLength: name },
        { name: "description", label: t("catalog_admin.description"), maxLength: description },
        { name: "keywords", label: t("catalog_admin.type.keywords"), maxLength: keywords },
        ...statusWords.map(status => ({
          name: status,
          label: t("translations.status", { status: t(statusCode(status, "customer")) }),
          maxLength: ofStatus,
        })),
      ]}
    />
  );
}
