import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ListEmpty } from "@/components/search/list-empty";
import { ListNews } from "@/components/search/list-news";
import { RequestTable } from "@/components/search/request-table";
import { SearchForm } from "@/components/search/search-form";
import { SearchWait } from "@/components/search/search-wait";
import { tellSearch } from "@/components/search/tell-search";
import { tellTable } from "@/components/search/tell-table";
import { LiveList } from "@/components/shell/live-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { readShell } from "@/lib/entry/shell";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { choicesOf, headingsOf } from "@/lib/search/choices";
import { listRequests } from "@/lib/search/list";
import { listMyTypes } from "@/lib/search/own";
import { isNarrowed, ownList, readView, showOf, titleOf, toQueryString } from "@/lib/search/own-list";
import { choose, maxWords, readList, tellLimit } from "@/lib/search/view";
import { maxWalked } from "@/lib/search/walk";
import { keepUsual } from "./actions";
import { ListTools } from "./list-tools";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("search.title") };
}

const tabs = ["open", "waiting_for_customer", "closed", "all"] as const;
const standard = toQueryString(readView(""));

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const t = await readTranslator();
  const view = readList(ownList, asked);
  const list = toQueryString(view);
  const href = `/requests?${list}`;
  const wait = await readPageAs(href, actor => (view.words ? trySpending("search", actor.id) : 0));
  const title = say(t, titleOf(showOf(view)));
  if (wait > 0)
    return (
      <>
        <PageHeader title={title} />
        <SearchWait
          t={t}
          wait={say(t, waitOf(wait))}
          again={`${href}${view.after ? `&after=${view.after}` : ""}`}
        />
      </>
    );
  const [stamp, { rows, next, words, correction, limit, hasStopped, isGivenUp }, types, usual] =
    await readPageAs(href, async (actor, { usualList: usual, stamps }) => {
      if (usual && Object.keys(asked).length === 0) redirect(`/requests?${toQueryString(readView(usual))}`);
      // Read before the rows, so that a change in between refreshes the list once too often rather than not at all.
      const stamp = stamps.own;
      return [
        stamp,
        ...(await Promise.all([listRequests(actor, view), listMyTypes(actor, stamp)])),
        usual,
      ] as const;
    });
  const { waitingCount } = await readShell();
  const nextHref = next && `/requests?${toQueryString(view, { words, after: next })}`;
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <ButtonLink href="/" variant="primary" icon="plus">
            {t("search.raise")}
          </ButtonLink>
        }
      />
      <Tabs
        label={t("search.tabs")}
        tabs={tabs.map(show => ({
          href: `/requests?${toQueryString(choose(ownList, view, { show }))}`,
          label: say(t, titleOf(show)),
          current: show === showOf(view),
          count: show === "waiting_for_customer" && waitingCount ? waitingCount : undefined,
        }))}
      />
      {(types.length > 0 || isNarrowed(view)) && (
        <SearchForm
          key={list}
          {...tellSearch(t, choicesOf(view, types), {
            path: ownList.path,
            label: t("search.field"),
            placeholder: t("search.field.hint"),
            maxWords,
          })}
        />
      )}
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
              { caption: t("search.caption", { title }), headings: headingsOf(ownList, view), rows },
              { t, view: "customer", clock: await pageClock() },
            )}
          />
        ) : (
          <ListEmpty
            t={t}
            reason={
              isGivenUp
                ? "given_up"
                : hasStopped
                  ? "stopped"
                  : view.after
                    ? "end"
                    : isNarrowed(view)
                      ? "not_found"
                      : types.length > 0
                        ? "phase"
                        : "none"
            }
            show={showOf(view)}
            top={href}
            cleared={`/requests?${toQueryString(view, { words: "", filters: [] })}`}
            next={nextHref}
          />
        )}
      </LiveList>
      <Pager
        t={t}
        label={t("search.pages")}
        words={[t("search.pages.first"), t(hasStopped ? "search.pages.search_on" : "search.pages.next")]}
        newerHref={view.after && rows.length > 0 ? href : null}
        olderHref={rows.length > 0 ? nextHref : null}
      />
      {types.length > 0 && (
        <ListTools
          t={t}
          keep={keepUsual}
          list={list}
          usual={usual}
          standard={standard}
          exportHref={rows.length > 0 ? `/requests/export.csv?${list}` : null}
        />
      )}
    </>
  );
}
