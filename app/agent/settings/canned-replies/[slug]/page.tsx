import type { Metadata } from "next";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { ReplyPage } from "../reply-page";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default async function OwnReplyPage({ params, searchParams }: Props) {
  return <ReplyPage owner="person" slug={(await params).slug} searchParams={searchParams} />;
}
