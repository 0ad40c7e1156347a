import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";

/** Only the frame: each page asks for itself who is there. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="Settings" />
      {children}
    </div>
  );
}
