import type { Metadata } from "next";
import { ListNews } from "@/components/search/list-news";
import { ListSearch } from "@/components/search/list-search";
import { SearchWait } from "@/components/search/search-wait";
import { LiveList } from "@/components/shell/live-list";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { waitInWords } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { headingsOf, queueChoicesOf } from "@/lib/search/choices";
import { deskList, queueTabs } from "@/lib/search/desk-list";
import { listQueue, listQueueChoices } from "@/lib/search/queue";
import { maxWalked } from "@/lib/search/read";
import { hrefOf, maxWords, readList, tellLimit } from "@/lib/search/view";
import { QueueEmpty } from "./queue-empty";
import { QueueTable } from "./queue-table";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const view = readList(deskList, asked);
  const href = hrefOf(deskList, view);
  const wait = await readPageAs(href, actor => (view.words ? trySpending("search", actor.id) : 0));
  if (wait > 0)
    return (
      <>
        <h1 className="mb-5 font-semibold text-ink text-xl tracking-tight">Queue</h1>
        <SearchWait wait={waitInWords(wait)} again={hrefOf(deskList, view, { after: view.after })} />
      </>
    );
  const [stamp, { rows, next, words, correction, limit, hasStopped, isGivenUp }, choices] = await readPageAs(
    href,
    async (actor, { stamps, catalogVersion }) => {
      // Read before the rows, so that a change in between refreshes the list once too often rather than not at all.
      const stamp = stamps.queue;
      return [
        stamp,
        ...(await Promise.all([listQueue(actor, view), listQueueChoices(actor, catalogVersion)])),
      ] as const;
    },
  );
  const tabs = queueTabs(view);
  const nextHref = next && hrefOf(deskList, view, { words, after: next });
  return (
    <>
      <h1 className="mb-2 font-semibold text-ink text-xl tracking-tight">Queue</h1>
      <Tabs label="Which requests" tabs={tabs} />
      <ListSearch
        key={href}
        path={deskList.path}
        label="Search all requests"
        placeholder="Search words, notes, a customer’s name or address, LDG-…"
        searchesAll
        maxWords={maxWords}
        {...queueChoicesOf(view, choices)}
      />
      <ListNews
        words={view.words}
        count={rows.length}
        isPart={next !== null || view.after !== ""}
        correction={correction}
        limit={tellLimit(asked.q, limit)}
        stoppedAfter={hasStopped ? maxWalked : null}
        noneOf="No request"
      />
      <LiveList stamp={stamp} byHand={view.words !== ""}>
        {rows.length > 0 ? (
          <QueueTable
            rows={rows}
            headings={headingsOf(deskList, view)}
            clock={await pageClock()}
            t={await readTranslator()}
            caption="Requests. Use the column headings to sort."
          />
        ) : (
          <QueueEmpty
            reason={
              isGivenUp
                ? "given-up"
                : hasStopped
                  ? "stopped"
                  : view.after
                    ? "end"
                    : view.words
                      ? "not-found"
                      : tabs[0]?.current
                        ? "nobody"
                        : "filter"
            }
            top={href}
            next={nextHref}
          />
        )}
      </LiveList>
      <Pager
        t={t}
        label="Pages"
        words={["Back to the first", hasStopped ? "Search on" : "Next"]}
        newerHref={view.after && rows.length > 0 ? href : null}
        olderHref={rows.length > 0 ? nextHref : null}
      />
    </>
  );
}
