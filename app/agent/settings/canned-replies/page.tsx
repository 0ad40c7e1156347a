import type { Metadata } from "next";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { RepliesPage } from "./replies-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default function OwnRepliesPage({ searchParams }: { searchParams: SearchParams }) {
  return <RepliesPage owner="person" searchParams={searchParams} />;
}
