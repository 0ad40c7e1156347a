import type { Metadata } from "next";
import { tellPresence } from "@/components/desk/tell-presence";
import { ListNews } from "@/components/search/list-news";
import { RequestTable } from "@/components/search/request-table";
import { SearchForm } from "@/components/search/search-form";
import { SearchWait } from "@/components/search/search-wait";
import { tellSearch } from "@/components/search/tell-search";
import { tellTable } from "@/components/search/tell-table";
import { LiveList } from "@/components/shell/live-list";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { headingsOf, queueChoicesOf } from "@/lib/search/choices";
import { deskList, hrefOfTab, isCurrentTab, type QueueTab, queueTabs } from "@/lib/search/desk-list";
import { listQueue, listQueueChoices } from "@/lib/search/queue";
import { countQueue } from "@/lib/search/queue-counts";
import { hrefOf, maxWords, readList, tellLimit } from "@/lib/search/view";
import { maxWalked } from "@/lib/search/walk";
import { QueueEmpty } from "./queue-empty";
import { QueuePresence } from "./queue-presence";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("queue.title") };
}

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const t = await readTranslator();
  const view = readList(deskList, asked);
  const href = hrefOf(deskList, view);
  const wait = await readPageAs(href, actor => (view.words ? trySpending("search", actor.id) : 0));
  if (wait > 0)
    return (
      <>
        <h1 className="mb-5 font-semibold text-ink text-xl tracking-tight">{t("queue.title")}</h1>
        <SearchWait t={t} wait={say(t, waitOf(wait))} again={hrefOf(deskList, view, { after: view.after })} />
      </>
    );
  const [stamp, { rows, next, words, correction, limit, hasStopped, isGivenUp }, choices, counts] =
    await readPageAs(href, async (actor, { stamps, catalogVersion }) => {
      // Read before the rows, so that a change in between refreshes the list once too often rather than not at all.
      const stamp = stamps.queue;
      return [
        stamp,
        ...(await Promise.all([
          listQueue(actor, view),
          listQueueChoices(actor, catalogVersion),
          countQueue(actor, stamp),
        ])),
      ] as const;
    });
  const tabs = (Object.keys(queueTabs) as QueueTab[]).map(tab => ({
    label: t(`queue.tab.${tab}`),
    href: hrefOfTab(tab, view),
    current: isCurrentTab(tab, view),
    count: counts[tab],
  }));
  const nextHref = next && hrefOf(deskList, view, { words, after: next });
  return (
    <>
      <h1 className="mb-2 font-semibold text-ink text-xl tracking-tight">{t("queue.title")}</h1>
      <Tabs label={t("search.tabs")} tabs={tabs} />
      <SearchForm
        key={href}
        {...tellSearch(t, queueChoicesOf(view, choices), {
          path: deskList.path,
          label: t("queue.field"),
          placeholder: t("queue.field.hint"),
          maxWords,
          searchesAll: true,
        })}
      />
      <ListNews
        t={t}
        words={view.words}
        count={rows.length}
        isPart={next !== null || view.after !== ""}
        correction={correction}
        limit={tellLimit(asked.q, limit)}
        stoppedAfter={hasStopped ? maxWalked : null}
      />
      <LiveList stamp={stamp} byHand={view.words !== ""}>
        {rows.length > 0 ? (
          <RequestTable
            {...tellTable(
              { caption: t("queue.caption"), headings: headingsOf(deskList, view), rows },
              { t, view: "agent", clock: await pageClock() },
            )}
          />
        ) : (
          <QueueEmpty
            t={t}
            reason={
              isGivenUp
                ? "given_up"
                : hasStopped
                  ? "stopped"
                  : view.after
                    ? "end"
                    : view.words
                      ? "not_found"
                      : isCurrentTab("open", view)
                        ? "nobody"
                        : "filter"
            }
            top={href}
            next={nextHref}
          />
        )}
        {rows.length > 0 && <QueuePresence words={tellPresence(t)} />}
      </LiveList>
      <Pager
        t={t}
        label={t("search.pages")}
        words={[t("search.pages.first"), t(hasStopped ? "search.pages.search_on" : "search.pages.next")]}
        newerHref={view.after && rows.length > 0 ? href : null}
        olderHref={rows.length > 0 ? nextHref : null}
      />
    </>
  );
}
