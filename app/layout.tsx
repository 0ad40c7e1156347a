import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { BrowserTextsProvider } from "@/components/messages/browser-texts";
import { Navigation } from "@/components/shell/navigation";
import { SkipLink } from "@/components/shell/skip-link";
import { now } from "@/lib/clock";
import { pictureAddress } from "@/lib/desk-pictures";
import { announcementAt } from "@/lib/desk-settings/shown";
import { pageNonce, readPageSettings } from "@/lib/entry/page";
import { browserWording } from "@/lib/messages/browser-wording";
import { readTranslator } from "@/lib/messages/translate";
import { fonts } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { deskName: name, accent, favicon } = await readPageSettings();
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false },
    icons: favicon
      ? {
          icon: { url: pictureAddress(favicon.hash), type: "image/png" },
          apple: { url: pictureAddress(favicon.large) },
        }
      : { icon: { url: `/mark.svg?${accent.slice(1)}`, type: "image/svg+xml" } },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [nonce, t, settings] = await Promise.all([pageNonce(), readTranslator(), readPageSettings()]);
  const announcement = announcementAt(settings, now());
  return (
    <html lang={t.language} dir={t.direction} className={fonts}>
      <body className="flex min-h-dvh flex-col">
        <Navigation accent={settings.accent} nonce={nonce} />
        <SkipLink label={t("shell.skip")} />
        <BrowserTextsProvider language={t.language} own={browserWording(t)}>
          {announcement === null ? (
            children
          ) : (
            <>
              <aside aria-label={t("shell.announcement")} className="announcement" dir="auto">
                {announcement}
              </aside>
              {children}
            </>
          )}
        </BrowserTextsProvider>
      </body>
    </html>
  );
}
