import type { ReactNode } from "react";
import { ListEmpty } from "@/components/search/list-empty";
import { ListNews } from "@/components/search/list-news";
import { RequestTable } from "@/components/search/request-table";
import { SearchForm } from "@/components/search/search-form";
import { tellSearch } from "@/components/search/tell-search";
import { tellTable } from "@/components/search/tell-table";
import { LiveList } from "@/components/shell/live-list";
import { SkipLink } from "@/components/shell/skip-link";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { Clock } from "@/lib/clock";
import { readPageSettings } from "@/lib/entry/page";
import type { Said } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { headingsOf, type ListChoices } from "@/lib/search/choices";
import type { FoundRow, Listing } from "@/lib/search/list";
import { isNarrowed, showOf, titleOf } from "@/lib/search/own-list";
import { choose, hrefOf, type List, maxWords, type View } from "@/lib/search/view";
import { maxWalked } from "@/lib/search/walk";
import { nameIn, withOwnNames } from "./status-names";

type Props = {
  t: Translator;
  list: List;
  view: View;
  listing: Listing<FoundRow>;
  stamp: string;
  clock: Clock;
  title: string;
  intro?: string;
  /** How many there are, where the rows of this page do not tell. */
  count?: number;
  /** The name of the search box. */
  label: string;
  /** Null where there is nothing to search. */
  choices: ListChoices | null;
  /** What of the words was not searched. */
  limit: Said | null;
  /** Whether the reader could have any request here. */
  hasAny: boolean;
  waitingCount?: number;
  /** Those that its requests can be of, which may have their own names for statuses. */
  types: { value: string }[];
  tools: ReactNode;
};

const tabs = ["open", "waiting_for_customer", "closed", "all"] as const;

/** The lists of customers: their own, and that of an organisation. */
export async function CustomerList({ t, list, view, listing, stamp, clock, title, tools, ...about }: Props) {
  const { rows, next, words, correction, hasStopped } = listing;
  const { referencePrefix: prefix } = await readPageSettings();
  const href = hrefOf(list, view);
  const nextHref = next && hrefOf(list, view, { words, after: next });
  const count = view.after || next ? about.count : rows.length;
  return (
    <>
      {rows.length > 0 && <SkipLink label={t("search.skip")} target="rows" />}
      <header className="list-head">
        <div>
          <h1 dir="auto">{title}</h1>
          {view.words === "" && count ? <span>{count > 99 ? "99+" : count}</span> : null}
          {about.intro && <p>{about.intro}</p>}
        </div>
        {about.choices && (
          <SearchForm
            key={href}
            {...tellSearch(t, withOwnNames(t, about.choices, about.types), {
              path: list.path,
              label: about.label,
              placeholder: t("search.field.hint", { prefix }),
              maxWords,
            })}
          />
        )}
      </header>
      <Tabs
        label={t("search.tabs")}
        tabs={tabs.map(show => ({
          href: hrefOf(list, choose(list, view, { show })),
          label: nameIn(t, titleOf(show), about.types),
          current: show === showOf(view),
          count: show === "waiting_for_customer" && about.waitingCount ? about.waitingCount : undefined,
        }))}
      />
      <ListNews
        t={t}
        words={view.words}
        count={rows.length}
        isPart={next !== null || view.after !== ""}
        correction={correction}
        limit={about.limit}
        stoppedAfter={hasStopped ? maxWalked : null}
      />
      <LiveList stamp={stamp} byHand={view.words !== ""}>
        {rows.length > 0 ? (
          <RequestTable
            {...tellTable(
              { caption: t("search.caption", { title }), headings: headingsOf(list, view), rows },
              { t, view: "customer", clock },
            )}
          />
        ) : (
          <ListEmpty
            t={t}
            reason={whyEmpty(listing, view, about.hasAny)}
            show={showOf(view)}
            top={href}
            cleared={hrefOf(list, view, { words: "", filters: [] })}
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
      {tools}
    </>
  );
}

function whyEmpty({ isGivenUp, hasStopped }: Listing<unknown>, view: View, hasAny: boolean) {
  if (isGivenUp) return "given_up";
  if (hasStopped) return "stopped";
  if (view.after) return "end";
  if (hasAny && view.words === "" && view.filters.length === 1 && showOf(view) === "waiting_for_customer")
    return "waiting";
  if (isNarrowed(view)) return "not_found";
  return hasAny ? "phase" : "none";
}
