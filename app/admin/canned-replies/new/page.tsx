import type { Metadata } from "next";
import { NewReplyPage } from "@/app/agent/settings/canned-replies/reply-page";
import { readTranslator } from "@/lib/messages/translate";
import { create } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("canned_replies.new") };
}

export default function NewDeskReplyPage() {
  return <NewReplyPage owner="desk" create={create} />;
}
