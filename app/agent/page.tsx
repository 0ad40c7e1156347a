import type { Metadata } from "next";
import { tellPresence } from "@/components/desk/tell-presence";
import { ListNews } from "@/components/search/list-news";
import { SearchWait } from "@/components/search/search-wait";
import { tellTable } from "@/components/search/tell-table";
import { SkipLink } from "@/components/shell/skip-link";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { DrawAll } from "@/components/ui/in-browser";
import { Pager } from "@/components/ui/pager";
import { isAllAsked } from "@/lib/entry/draw-all";
import { pageClock, readPageAs, readPageSettings, type SearchParams } from "@/lib/entry/page";
import { numberForAgents } from "@/lib/messages/agent-wording";
import type { PluralForms } from "@/lib/messages/format";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { goneIn, openView, queryOf, viewOf } from "@/lib/saved-views/open";
import { savedViewPath } from "@/lib/saved-views/paths";
import { listTabViews } from "@/lib/saved-views/read";
import { headingsOf } from "@/lib/search/choices";
import { deskList, isCurrentTab } from "@/lib/search/desk-list";
import type { Listing } from "@/lib/search/list";
import { readTyped, writeTyped } from "@/lib/search/operators";
import { listQueue, listQueueChoices } from "@/lib/search/queue";
import { countQueue } from "@/lib/search/queue-counts";
import { hrefOf, tellLimit, type View, writeList } from "@/lib/search/view";
import { vocabularyOf } from "@/lib/search/vocabulary";
import { maxWalked } from "@/lib/search/walk";
import { AnsweredLine } from "./answered-line";
import { BulkBar } from "./bulk-bar";
import { LiveQueue } from "./live-queue";
import { QueueEmpty } from "./queue-empty";
import { QueuePresence } from "./queue-presence";
import { QueueSearch } from "./queue-search";
import { QueueTabs } from "./queue-tabs";
import { tellBulk, tellPicks } from "./tell-bulk";
import { isOnTab, tellTabs } from "./tell-tabs";
import { ViewTools } from "./view-tools";

/** The tab of a view, in the usual order and columns. */
const plainOf = (view: View): View => ({ ...view, order: null, columns: [...deskList.usualColumns] });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("queue.title") };
}

/** Where somebody comes back to who has to log in first. */
function addressOf(asked: Awaited<SearchParams>): string {
  const query = Object.entries(asked).flatMap(([name, value]) =>
    [value ?? []].flat().map(one => [name, one] as [string, string]),
  );
  return `${deskList.path}?${new URLSearchParams(query)}`;
}

function whyEmpty(
  { isGivenUp, hasStopped }: Listing<unknown>,
  view: View,
  reader: { seesDesk: boolean; hasTeam: boolean },
) {
  if (isGivenUp) return "given_up";
  if (hasStopped) return "stopped";
  if (view.after) return "end";
  if (view.words) return "not_found";
  if (!isCurrentTab("open", view)) return "filter";
  if (reader.seesDesk) return "nobody";
  return reader.hasTeam ? "nobody_of_teams" : "no_team";
}

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const t = await readTranslator();
  const [choices, views, isAdmin, seesDesk] = await readPageAs(
    addressOf(asked),
    (actor, { catalogVersion }) =>
      Promise.all([
        listQueueChoices(actor, catalogVersion),
        listTabViews(actor, catalogVersion),
        actor.role === "admin",
        actor.seesDesk,
      ]),
  );
  const vocabulary = vocabularyOf(t, choices);
  const opened = openView(asked, views);
  const { saved } = opened;
  const typed = readTyped(deskList, opened.asked, vocabulary);
  const { view } = typed;
  const href = hrefOf(deskList, view);
  const wait = await readPageAs(href, actor => (view.words ? trySpending("search", actor.id) : 0));
  if (wait > 0)
    return (
      <>
        <h1 className="mb-5 font-semibold text-ink text-xl tracking-tight">{t("queue.title")}</h1>
        <SearchWait t={t} wait={say(t, waitOf(wait))} again={hrefOf(deskList, view, { after: view.after })} />
      </>
    );
  const [stamp, listing, counts] = await readPageAs(href, async (actor, { stamps }) => {
    // Read before the rows, so that a change in between refreshes the list once too often rather than not at all.
    const stamp = stamps.queue;
    return [
      stamp,
      ...(await Promise.all([listQueue(actor, view), countQueue(actor, stamp, views.map(viewOf))])),
    ] as const;
  });
  const { rows, next, words, correction, limit, hasStopped } = listing;
  const tabs = tellTabs(t, view, { counts, views, saved });
  const isTab = isOnTab(view, counts);
  const { referencePrefix: prefix } = await readPageSettings();
  const query = queryOf(view);
  const isChanged = saved ? query !== queryOf(viewOf(saved)) : !isTab || query !== queryOf(plainOf(view));
  const gone = saved && !isChanged ? goneIn(view, vocabulary) : [];
  const said = isTab && !asked.q ? "" : writeTyped(deskList, view, vocabulary);
  const whole = next || view.after ? writeList(deskList, view, { words }) : null;
  const nextHref =
    next &&
    (saved && !isChanged && words === view.words
      ? `${savedViewPath(saved.slug)}&after=${next}`
      : hrefOf(deskList, view, { words, after: next }));
  const page = (
    <>
      {rows.length > 0 && <SkipLink label={t("search.skip")} target="rows" />}
      <AnsweredLine searchParams={searchParams} t={t} />
      <div className="queue-head">
        <h1>{t("queue.title")}</h1>
        <QueueTabs told={numberForAgents({ label: t("search.tabs"), tabs }, t)} />
        <ButtonLink href="/agent/new" icon="plus" size="small">
          {t("on_behalf.new")}
        </ButtonLink>
      </div>
      <QueueSearch
        {...{ t, typed, said, prefix }}
        names={choices}
        saved={saved?.slug}
        address={addressOf(asked)}
      />
      {(opened.isGone || gone.length > 0) && (
        <Banner tone="warn" className="mb-6">
          {opened.isGone ? t("views.gone") : say(t, { code: "views.gone_filter", params: { names: gone } })}
        </Banner>
      )}
      <ViewTools t={t} query={query} saved={saved} isChanged={isChanged} isAdmin={isAdmin} />
      <ListNews
        t={t}
        words={view.words}
        count={rows.length}
        isPart={next !== null || view.after !== ""}
        correction={correction}
        limit={tellLimit(typed.words, limit)}
        stoppedAfter={hasStopped ? maxWalked : null}
      />
      <LiveQueue
        stamp={stamp}
        list={view.words === "" ? query : null}
        edges={{ ...(view.after && { before: true }), ...(next && { after: true }) }}
        changed={t.template("queue.rows.changed") as PluralForms}
        title={tabs.find(({ current }) => current)?.label ?? t("queue.title")}
        {...(rows.length > 0 && {
          table: tellTable(
            {
              caption: t("queue.caption"),
              headings: headingsOf(deskList, view),
              rows,
              picks: tellPicks(t),
              tags: choices.tags,
            },
            { t, view: "agent", clock: await pageClock() },
          ),
        })}
      >
        {rows.length === 0 && (
          <QueueEmpty
            t={t}
            reason={whyEmpty(listing, view, { seesDesk, hasTeam: counts.my_teams !== null })}
            top={href}
            next={nextHref}
          />
        )}
        {rows.length > 0 && <BulkBar {...tellBulk(t, whole)} />}
        {rows.length > 0 && <QueuePresence words={tellPresence(t)} />}
      </LiveQueue>
      {rows.length > 0 && (
        <p className="mt-3 flex justify-end">
          <a
            href={`/agent/export.csv?${writeList(deskList, view)}`}
            download
            className={buttonClass("quiet", "small")}
          >
            <Icon name="download" className="size-4" />
            {t("search.export")}
          </a>
        </p>
      )}
      <Pager
        t={t}
        label={t("search.pages")}
        words={[t("search.pages.first"), t(hasStopped ? "search.pages.search_on" : "search.pages.next")]}
        newerHref={view.after && rows.length > 0 ? href : null}
        olderHref={rows.length > 0 ? nextHref : null}
      />
    </>
  );
  return (await isAllAsked(searchParams)) ? <DrawAll>{page}</DrawAll> : page;
}
