import type { Metadata } from "next";
import { readTranslator } from "@/lib/messages/translate";
import { CorrectPage } from "./correct-page";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("corrections.page") };
}

export default async function CorrectOwnPage({ params }: Props) {
  return <CorrectPage reference={(await params).reference} view="customer" />;
}
