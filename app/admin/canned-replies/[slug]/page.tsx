import type { Metadata } from "next";
import { ReplyPage } from "@/app/agent/settings/canned-replies/reply-page";
import { readTranslator } from "@/lib/messages/translate";
import { change, create, restore } from "../actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default function DeskReplyPage({ params }: Props) {
  return <ReplyPage owner="desk" params={params} actions={{ create, change, restore }} />;
}
