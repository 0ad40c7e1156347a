import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { readLastBackup } from "@/lib/administration/backups";
import { readExamination } from "@/lib/doctor/examination";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { BackupsCard } from "./backups-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("administration.examination") };
}

export default async function ExaminationPage() {
  const [examination, lastBackup] = await readPageAs("/admin/examination", actor =>
    Promise.all([readExamination(actor), readLastBackup()]),
  );
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  const { findings = [], skipped = 0 } = examination ?? {};
  return (
    <>
      <PageHeader
        title={t("administration.examination")}
        intro={t("administration.examination.intro")}
        meta={
          examination
            ? t.rich("administration.examination.at", { time: <Time at={examination.at} clock={clock} /> })
            : t("administration.examination.never")
        }
      />
      {skipped > 0 && (
        <p className="mb-6 text-sm text-warn">
          {t("administration.examination.skipped", { count: skipped })}
        </p>
      )}
      {examination && findings.length === 0 && (
        <EmptyState icon="shield-check" title={t("administration.examination.well")}>
          {t("administration.examination.well.text")}
        </EmptyState>
      )}
      <div className="grid gap-6">
        {findings.map(({ promise, broken }) => (
          <Card key={promise} title={promise} id={promise.replace(/\W+/g, "-").toLowerCase()}>
            <p className="text-ink-soft text-sm">{t("administration.examination.broken")}</p>
            <ul className="wrap-anywhere list-disc ps-5 text-sm">
              {broken.map(what => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </Card>
        ))}
        <BackupsCard t={t} lastBackup={lastBackup} clock={clock} />
      </div>
    </>
  );
}
