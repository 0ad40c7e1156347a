import type { Metadata } from "next";
import { RepliesPage } from "@/app/agent/settings/canned-replies/replies-page";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default function DeskRepliesPage({ searchParams }: { searchParams: SearchParams }) {
  return <RepliesPage owner="desk" searchParams={searchParams} />;
}
