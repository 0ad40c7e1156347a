import type { Metadata } from "next";
import type { SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { ReplyPage } from "../../../reply-page";

type Props = { params: Promise<{ team: string; slug: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default async function TeamReplyPage({ params, searchParams }: Props) {
  const { team, slug } = await params;
  return <ReplyPage owner={{ team }} slug={slug} searchParams={searchParams} />;
}
