import type { Metadata } from "next";
import { CorrectPage } from "@/app/(portal)/requests/[reference]/correct/correct-page";
import { readTranslator } from "@/lib/messages/translate";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("corrections.page") };
}

export default async function CorrectForCustomerPage({ params }: Props) {
  return <CorrectPage reference={(await params).reference} view="agent" />;
}
