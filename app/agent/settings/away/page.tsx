import type { Metadata } from "next";
import { AwayFields, awayLabels } from "@/components/desk/away-fields";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readAbsence } from "@/lib/accounts/away";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { sayDate } from "@/lib/formats";
import { readTranslator } from "@/lib/messages/translate";
import { awayPath } from "@/lib/requests/view";
import { end, leave } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("away.title") };
}

const news = { away: "away.saved", back: "away.ended" } as const;

export default async function AwayPage({ searchParams }: { searchParams: SearchParams }) {
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const { absence, colleagues } = await readPageAs(awayPath, readAbsence);
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  const say = (at: string) => sayDate(new Date(at), clock, "weekdayDate");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        breadcrumbs={[{ href: "/settings", label: t("accounts.settings") }]}
        title={t("away.title")}
        intro={t("away.intro")}
      />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      {absence && (
        <Banner
          className="mb-6"
          title={t("away.now", { from: say(absence.from), until: say(absence.until) })}
          action={
            <Form action={end} id="back" labels={{}}>
              <SubmitButton variant="secondary" size="small" working={t("away.ending")}>
                {t("away.end")}
              </SubmitButton>
            </Form>
          }
        >
          {absence.standIn ? t("away.now.stand_in", { name: absence.standIn.name }) : t("away.now.nobody")}
        </Banner>
      )}
      <Card>
        <Form
          key={JSON.stringify(absence)}
          action={leave}
          id="away"
          labels={awayLabels(t)}
          className="grid max-w-lg gap-6"
        >
          <AwayFields
            {...{ t, absence, colleagues, clock }}
            help={{ until: t("away.until.help"), standIn: t("away.stand_in.help") }}
          />
          <SubmitButton className="justify-self-start" working={t("notifications.saving")}>
            {t("notifications.save")}
          </SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
