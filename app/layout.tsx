import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { BrowserTextsProvider } from "@/components/messages/browser-texts";
import { SkipLink } from "@/components/shell/skip-link";
import { pageNonce } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { browserTexts } from "@/lib/messages/browser";
import { readTranslator } from "@/lib/messages/translate";
import { fonts } from "./fonts";
import "./globals.css";

export function generateMetadata(): Metadata {
  const name = env().DESK_NAME;
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false },
    icons: { icon: { url: `/mark.svg?${env().DESK_ACCENT.slice(1)}`, type: "image/svg+xml" } },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [nonce, t] = await Promise.all([pageNonce(), readTranslator()]);
  return (
    <html lang={t.language} className={fonts}>
      <head>
        <style nonce={nonce}>{`:root{--accent:${env().DESK_ACCENT}}`}</style>
      </head>
      <body className="flex min-h-dvh flex-col">
        <SkipLink label={t("shell.skip")} />
        <BrowserTextsProvider texts={browserTexts(t)}>{children}</BrowserTextsProvider>
      </body>
    </html>
  );
}
