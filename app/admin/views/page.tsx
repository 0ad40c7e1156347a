import type { Metadata } from "next";
import { ViewsPage } from "@/app/agent/settings/views/views-page";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("views.title") };
}

export default function SharedViewsPage({ searchParams }: { searchParams: SearchParams }) {
  return <ViewsPage owner="desk" searchParams={searchParams} />;
}
