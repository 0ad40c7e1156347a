import type { Metadata } from "next";
import { ReplyPage } from "@/app/agent/settings/canned-replies/reply-page";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default async function DeskReplyPage({ params, searchParams }: Props) {
  return <ReplyPage owner="desk" slug={(await params).slug} searchParams={searchParams} />;
}
