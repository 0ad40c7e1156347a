import type { Metadata } from "next";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { archive, remove, rename, restore, shift } from "./actions";
import { ViewsPage } from "./views-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("views.title") };
}

export default function OwnViewsPage({ searchParams }: { searchParams: SearchParams }) {
  const actions = { rename, archive, restore, remove, shift };
  return <ViewsPage owner="person" actions={actions} searchParams={searchParams} />;
}
