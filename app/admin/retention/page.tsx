import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { pageClock, readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { previewForm } from "@/lib/entry/retention-forms";
import { readTranslator } from "@/lib/messages/translate";
import { readRetention } from "@/lib/retention/read";
import { RuleCard } from "./rule-card";

const news = { on: "retention.done.on", off: "retention.done.off" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("retention.title") };
}

export default async function RetentionPage({ searchParams }: { searchParams: SearchParams }) {
  const { done, rule, months } = await readParams(searchParams, ["done", "rule", "months"]);
  const asked = previewForm.safeParse({ rule, months });
  const { rules, preview, deleted } = await readPageAs("/admin/retention", actor =>
    readRetention(actor, asked.success ? asked.data : null),
  );
  const [t, clock] = [await readTranslator(), await pageClock()];
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("retention.title")}
        intro={t("retention.intro")}
        meta={deleted > 0 && t("retention.deleted", { count: deleted })}
      />
      {(done === "on" || done === "off") && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      <div className="grid gap-6">
        {rules.map(({ rule, on }) => (
          <RuleCard
            key={rule}
            {...{ t, clock, rule, on }}
            preview={preview?.rule === rule ? preview : null}
          />
        ))}
      </div>
    </div>
  );
}
