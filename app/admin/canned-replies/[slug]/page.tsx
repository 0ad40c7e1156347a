import type { Metadata } from "next";
import { EditReplyPage } from "@/app/agent/settings/canned-replies/reply-page";
import { readTranslator } from "@/lib/messages/translate";
import { change, restore } from "../actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default function DeskReplyPage({ params }: Props) {
  return <EditReplyPage owner="desk" params={params} actions={{ change, restore }} />;
}
