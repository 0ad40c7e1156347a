import type { Metadata } from "next";
import { readTranslator } from "@/lib/messages/translate";
import { change, restore } from "../actions";
import { EditReplyPage } from "../reply-page";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.title") };
}

export default function OwnReplyPage({ params }: Props) {
  return <EditReplyPage owner="person" params={params} actions={{ change, restore }} />;
}
