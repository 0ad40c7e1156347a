import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { pageClock, readPageAs, readPageSettings, readParams, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readDoings } from "@/lib/people/history";
import { readPerson } from "@/lib/people/read";
import { Absence } from "./absence";
import { Access } from "./access";
import { Belongs } from "./belongs";
import { History } from "./history";
import { Requests } from "./requests";
import { RoleCard } from "./role-card";
import { Sessions } from "./sessions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("people.title") };
}

const news = {
  role: "people.done.role",
  suspended: "people.done.suspended",
  restored: "people.done.restored",
  logged_out: "people.done.logged_out",
  away: "people.done.away",
  back: "people.done.back",
} as const;

const isNews = (done = ""): done is keyof typeof news => Object.hasOwn(news, done);

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done, before } = await readParams(searchParams, ["done", "before"]);
  const { person, history, isOneself } = await readPageAs(
    `/admin/people/${encodeURIComponent(id)}`,
    async actor => {
      const person = await readPerson(actor, id);
      return { person, history: await readDoings(actor, person.id, before), isOneself: actor.id === id };
    },
  );
  const [clock, t, settings] = await Promise.all([pageClock(), readTranslator(), readPageSettings()]);
  const standing = [
    ...(isOneself ? [t("people.oneself")] : []),
    t(`people.role.${person.role}`),
    ...(person.suspendedAt ? [t("people.suspended")] : []),
    ...(person.awaitsSignUp ? [t("people.awaits_sign_up")] : []),
    ...(person.hasPassword || person.awaitsSignUp ? [] : [t("people.no_password")]),
  ];
  return (
    <>
      <PageHeader
        t={t}
        title={person.name}
        breadcrumbs={[{ href: "/admin/people", label: t("people.title") }]}
        intro={<span className="wrap-anywhere">{person.email}</span>}
        meta={
          <>
            <strong className="font-medium text-ink">{standing.join(" · ")}</strong>
            <span>
              {person.lastSeen
                ? t.rich("people.last_seen", { time: <Time at={person.lastSeen} clock={clock} /> })
                : t("people.never_seen")}
            </span>
            <span>{t.rich("people.since", { time: <Time at={person.createdAt} clock={clock} /> })}</span>
          </>
        }
      />
      {isNews(done) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(news[done])}
        </Banner>
      )}
      {person.isUnreachable && (
        <Banner tone="warn" className="mb-6">
          <a href="/admin/mail#suppressed" className="underline">
            {t("people.unreachable")}
          </a>
        </Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          <Requests t={t} person={person} settings={settings} />
          <History t={t} id={person.id} history={history} isFirst={!before} {...{ clock, settings }} />
        </div>
        <div className="grid gap-6">
          <RoleCard t={t} person={person} isOneself={isOneself} />
          <Belongs t={t} person={person} />
          {person.role !== "customer" && <Absence t={t} person={person} clock={clock} />}
          <Sessions t={t} person={person} clock={clock} isOneself={isOneself} />
          <Access t={t} person={person} isOneself={isOneself} />
        </div>
      </div>
    </>
  );
}
