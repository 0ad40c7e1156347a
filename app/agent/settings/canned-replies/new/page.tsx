import type { Metadata } from "next";
import { readTranslator } from "@/lib/messages/translate";
import { create } from "../actions";
import { NewReplyPage } from "../reply-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.new") };
}

export default function NewOwnReplyPage() {
  return <NewReplyPage owner="person" create={create} />;
}
