import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Withdraw } from "@/app/admin/erasures/erasure-list";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Day } from "@/components/ui/day";
import { PageHeader } from "@/components/ui/page-header";
import type { Clock } from "@/lib/clock";
import { pageClock, readPageAs, readPageSettings } from "@/lib/entry/page";
import { type PersonToErase, readPersonToErase } from "@/lib/erasures/read";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { ConfirmErasure } from "./confirm-erasure";
import { goingOf, stayingOf } from "./counted";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("erasures.title") };
}

export default async function ErasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await readPageAs(`/admin/people/${encodeURIComponent(id)}/erase`, actor =>
    readPersonToErase(actor, id),
  );
  const [t, clock, { erasureDays }] = [await readTranslator(), await pageClock(), await readPageSettings()];
  const { erasure, counts, isOneself } = person;
  const name = erasure?.erasedAt ? t("erasures.person.erased") : person.name;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={t("erasures.person.title", { name })}
        breadcrumbs={[{ href: "/admin/erasures", label: t("erasures.title") }]}
        meta={!erasure?.erasedAt && person.email}
      />
      {isOneself && <Banner className="mb-6">{t("erasures.person.oneself")}</Banner>}
      {erasure && <State t={t} clock={clock} person={person} erasure={erasure} />}
      {!erasure?.erasedAt && (
        <div className="grid gap-6">
          <div className="grid items-start gap-6 md:grid-cols-2">
            <Card title={t("erasures.goes")} id="goes">
              <Lines lines={goingOf(t, counts)} />
            </Card>
            <Card title={t("erasures.stays")} id="stays">
              <Lines lines={stayingOf(t, counts)} />
            </Card>
          </div>
          {counts.openRequests > 0 && (
            <Banner tone="warn">{t("erasures.open", { count: counts.openRequests })}</Banner>
          )}
          {counts.assigned > 0 && (
            <Banner tone="warn">{t("erasures.assigned", { count: counts.assigned })}</Banner>
          )}
          {!erasure && !isOneself && <ConfirmErasure t={t} person={person} days={erasureDays} />}
        </div>
      )}
    </div>
  );
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul className="grid list-disc gap-2 ps-5 text-ink-soft text-sm marker:text-ink-faint">
    {lines.map(line => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

type StateProps = {
  t: Translator;
  clock: Clock;
  person: PersonToErase;
  erasure: NonNullable<PersonToErase["erasure"]>;
};

function State({
  t,
  clock,
  person,
  erasure: { askedBy: who, askedAt, dueAt, erasedAt, isBegun },
}: StateProps) {
  const time = (at: string): ReactNode => <Day at={at} clock={clock} />;
  const state = erasedAt ? "gone" : isBegun ? "begun" : "waiting";
  const title = isBegun && !erasedAt ? t("erasures.person.begun") : null;
  return (
    <Banner tone={erasedAt ? "info" : "warn"} className="mb-6">
      <p className="font-medium">
        {title ??
          t.rich(erasedAt ? "erasures.person.gone" : "erasures.person.waiting", {
            day: time(erasedAt ?? dueAt),
          })}
      </p>
      <p className="mb-3">{t.rich(`erasures.person.${state}.text`, { who, asked: time(askedAt) })}</p>
      {state === "waiting" && <Withdraw t={t} personId={person.id} name={person.name} />}
    </Banner>
  );
}
