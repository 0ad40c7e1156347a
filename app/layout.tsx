import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { BrowserTextsProvider } from "@/components/messages/browser-texts";
import { Navigation } from "@/components/shell/navigation";
import { SkipLink } from "@/components/shell/skip-link";
import { pageNonce } from "@/lib/entry/page";
import { browserWording } from "@/lib/messages/browser-wording";
import { readTranslator } from "@/lib/messages/translate";
import { readDeskSettings } from "@/lib/settings";
import { fonts } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { deskName: name, accent } = await readDeskSettings();
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false },
    icons: { icon: { url: `/mark.svg?${accent.slice(1)}`, type: "image/svg+xml" } },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [nonce, t, { accent }] = await Promise.all([pageNonce(), readTranslator(), readDeskSettings()]);
  return (
    <html lang={t.language} className={fonts}>
      <head>
        <style nonce={nonce}>{`:root{--accent:${accent}}`}</style>
      </head>
      <body className="flex min-h-dvh flex-col">
        <SkipLink label={t("shell.skip")} />
        <BrowserTextsProvider language={t.language} own={browserWording(t)}>
          {children}
        </BrowserTextsProvider>
        <Navigation />
      </body>
    </html>
  );
}
