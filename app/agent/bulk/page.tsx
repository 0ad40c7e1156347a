import type { Metadata } from "next";
import { SearchWait } from "@/components/search/search-wait";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { actionNames, actionOf } from "@/lib/actions/table";
import { previewRun } from "@/lib/bulk-runs/preview";
import { listRuns } from "@/lib/bulk-runs/read";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { tellMessage } from "@/lib/messages/refusals";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { listQueueChoices } from "@/lib/search/queue";
import { bulkPath } from "../tell-bulk";
import { type AskChoices, nameOf } from "./ask-field";
import { type Asked, hrefOfAction, placeOf, readAsked } from "./asked";
import { Runs } from "./runs";
import { Selected } from "./selected";
import { StartForm } from "./start-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("bulk.title") };
}

export default async function BulkPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = readAsked(await searchParams);
  return asked ? <Confirmation asked={asked} /> : <Overview />;
}

async function Overview() {
  const runs = await readPageAs(bulkPath, listRuns);
  const t = await readTranslator();
  return (
    <>
      <PageHeader t={t} title={t("bulk.title")} breadcrumbs={[{ href: "/agent", label: t("queue.title") }]} />
      {runs.length === 0 ? (
        <EmptyState
          icon="list-checks"
          title={t("bulk.nothing")}
          action={<ButtonLink href="/agent">{t("bulk.to_queue")}</ButtonLink>}
        >
          {t("bulk.nothing.text")}
        </EmptyState>
      ) : (
        <Runs t={t} runs={runs} clock={await pageClock()} />
      )}
    </>
  );
}

async function Confirmation({ asked: { action, selection } }: { asked: Asked }) {
  const href = hrefOfAction(action, selection);
  const t = await readTranslator();
  const back = selection.query === undefined ? "/agent" : `/agent?${selection.query}`;
  const isSearch = new URLSearchParams(selection.query).has("q");
  const wait = await readPageAs(href, actor => (isSearch ? trySpending("search", actor.id) : 0));
  if (wait > 0) return <SearchWait t={t} wait={say(t, waitOf(wait))} again={href} />;
  const { asks } = actionOf(action);
  const hasWords = asks.includes("words");
  const [preview, { agents, teams, tags }, unsent, seen] = await readPageAs(
    href,
    async (actor, { stamps, catalogVersion }) => [
      ...(await Promise.all([
        previewRun(actor, action, selection),
        listQueueChoices(actor, catalogVersion),
        hasWords ? readUnsent(actor, placeOf(action, selection), asks.map(nameOf)) : null,
      ])),
      // Of before the requests were read: what happened since then counts as unseen.
      stamps.queue,
    ],
  );
  const { requests, tooMuch } = preview;
  const named = tags.map(({ slug, name, isArchived }) => ({ value: slug, label: name, isArchived }));
  const choices: AskChoices = {
    assignee: agents,
    team: teams.filter(({ isArchived }) => !isArchived),
    tag: named.filter(({ isArchived }) => !isArchived),
    any_tag: named,
  };
  // Where there is nothing to choose, such as on a desk without teams, an action is not offered.
  const offered = actionNames.filter(name => actionOf(name).asks.every(ask => choices[ask]?.length !== 0));
  const tabs = offered.map(name => ({
    label: say(t, actionOf(name).label),
    href: hrefOfAction(name, selection),
    current: name === action,
  }));
  return (
    <>
      <PageHeader
        t={t}
        title={
          requests.length === 0 ? t("bulk.title") : t(`actions.for.${action}`, { count: requests.length })
        }
        breadcrumbs={[{ href: back, label: t("queue.title") }]}
      />
      {requests.length === 0 ? (
        <EmptyState
          icon="list-checks"
          title={t(tooMuch ? "bulk.too_many" : "bulk.nothing")}
          action={<ButtonLink href={back}>{t("bulk.to_queue")}</ButtonLink>}
        >
          {tooMuch ? tellMessage(tooMuch, t) : t("bulk.nothing.text")}
        </EmptyState>
      ) : (
        <>
          <Tabs label={t("bulk.what")} tabs={tabs} />
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
            <StartForm
              {...{
                t,
                action,
                selection,
                preview,
                choices,
                seen,
                clock: await pageClock(),
                draft: unsent?.draft,
              }}
            />
            <Selected t={t} requests={requests} />
          </div>
        </>
      )}
    </>
  );
}
