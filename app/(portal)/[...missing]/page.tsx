import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("browser.missing") };
}

/** Every address that no other route answers, so that its 404 has the portal's header and footer. */
export default function MissingPage(): never {
  notFound();
}
