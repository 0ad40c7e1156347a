import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("my_data.title") };
}

const parts = [
  "profile",
  "requests",
  "files",
  "comments",
  "shared",
  "notices",
  "events",
  "help",
  "notes",
] as const;

export default async function DataPage() {
  await readPageAs("/settings/data", async actor => actor);
  const t = await readTranslator();
  return (
    <>
      <SettingsTabs t={t} current="/settings/data" />
      <Card title={t("my_data.download")} id="download" intro={t("my_data.download.intro")}>
        <p className="text-ink">{t("my_data.holds")}</p>
        <ul className="mt-2 mb-5 grid max-w-prose list-disc gap-1 ps-5 text-ink-soft marker:text-ink-faint">
          {parts.map(part => (
            <li key={part}>{t(`my_data.holds.${part}`)}</li>
          ))}
        </ul>
        {/* No Link, which would fetch it ahead. */}
        <a href="/settings/data/export" data-load="full" className={buttonClass("primary")}>
          <Icon name="download" className="-ms-0.5 size-4" />
          {t("my_data.download.json")}
        </a>
        <p className="mt-5 max-w-prose text-ink-soft text-sm">{t("my_data.leaves_out")}</p>
        <p className="mt-5 max-w-prose">{t("my_data.erase")}</p>
      </Card>
    </>
  );
}
