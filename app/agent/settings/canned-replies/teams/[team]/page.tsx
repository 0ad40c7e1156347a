import type { Metadata } from "next";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { RepliesPage } from "../../replies-page";

type Props = { params: Promise<{ team: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default async function TeamRepliesPage({ params, searchParams }: Props) {
  return <RepliesPage owner={{ team: (await params).team }} searchParams={searchParams} />;
}
