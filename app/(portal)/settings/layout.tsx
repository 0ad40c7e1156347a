import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { readTranslator } from "@/lib/messages/translate";

/** Only the frame: each page asks for itself who is there. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await readTranslator();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("accounts.settings")} />
      {children}
    </div>
  );
}
