import type { Metadata } from "next";
import { readTranslator } from "@/lib/messages/translate";
import { change, create, restore } from "../actions";
import { ReplyPage } from "../reply-page";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default function OwnReplyPage({ params }: Props) {
  return <ReplyPage owner="person" params={params} actions={{ create, change, restore }} />;
}
