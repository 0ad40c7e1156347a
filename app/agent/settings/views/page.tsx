import type { Metadata } from "next";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { ViewsPage } from "./views-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("views.title") };
}

export default function OwnViewsPage({ searchParams }: { searchParams: SearchParams }) {
  return <ViewsPage owner="person" searchParams={searchParams} />;
}
