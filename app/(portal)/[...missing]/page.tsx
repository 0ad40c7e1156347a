import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not found" };

/** Every address that no other route answers, so that its 404 has the portal's header and footer. */
export default function MissingPage(): never {
  notFound();
}
