import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ListEmpty } from "@/app/(portal)/requests/list-empty";
import { ListNews } from "@/app/(portal)/requests/list-news";
import { ListSearch } from "@/app/(portal)/requests/list-search";
import { ListTools } from "@/app/(portal)/requests/list-tools";
import { RequestTable } from "@/app/(portal)/requests/request-table";
import { SearchWait } from "@/app/(portal)/requests/search-wait";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { readShell } from "@/lib/entry/shell";
import { waitInWords } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { choicesOf, headingsOf } from "@/lib/search/choices";
import {
  isNarrowed,
  listInput,
  maxWords,
  readView,
  tellLimit,
  titleOf,
  toQueryString,
} from "@/lib/search/input";
import { listRequests } from "@/lib/search/list";
import { listMyTypes } from "@/lib/search/own";
import { readUsualList } from "@/lib/search/usual";
import { keepUsual } from "./actions";

export const metadata: Metadata = { title: "Your requests" };

const tabs = ["open", "waiting_for_customer", "closed", "all"] as const;
const standard = toQueryString(readView(""));

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const view = listInput.parse(asked);
  const list = toQueryString(view);
  const href = `/requests?${list}`;
  const wait = await readPageAs(href, actor => (view.words ? trySpending("search", actor.id) : 0));
  if (wait > 0)
    return (
      <>
        <PageHeader title={titleOf(view.show)} />
        <SearchWait wait={waitInWords(wait)} again={`${href}${view.after ? `&after=${view.after}` : ""}`} />
      </>
    );
  const [{ rows, next, correction, limit, isGivenUp }, types, usual] = await readPageAs(href, async actor => {
    const usual = await readUsualList(actor);
    if (usual && Object.keys(asked).length === 0) redirect(`/requests?${toQueryString(readView(usual))}`);
    return [...(await Promise.all([listRequests(actor, view), listMyTypes(actor)])), usual] as const;
  });
  const { waitingCount } = await readShell();
  const title = titleOf(view.show);
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <ButtonLink href="/" variant="primary" icon="plus">
            Raise a request
          </ButtonLink>
        }
      />
      <Tabs
        label="Which requests"
        tabs={tabs.map(show => ({
          href: `/requests?${toQueryString(view, { show })}`,
          label: titleOf(show),
          current: show === view.show,
          count: show === "waiting_for_customer" && waitingCount ? waitingCount : undefined,
        }))}
      />
      {(types.length > 0 || isNarrowed(view)) && (
        <ListSearch key={list} {...choicesOf(view, types)} maxWords={maxWords} />
      )}
      <ListNews
        words={view.words}
        count={rows.length}
        isPart={next !== null || view.after !== ""}
        correction={correction}
        limit={tellLimit(asked.q, limit)}
      />
      {rows.length > 0 ? (
        <RequestTable
          rows={rows}
          headings={headingsOf(view)}
          clock={await pageClock()}
          caption={`${title}. The heads of the columns sort the list.`}
        />
      ) : (
        <ListEmpty
          reason={
            isGivenUp
              ? "given-up"
              : view.after
                ? "end"
                : isNarrowed(view)
                  ? "nothing-found"
                  : types.length > 0
                    ? "phase"
                    : "none"
          }
          show={view.show}
          top={href}
          cleared={`/requests?${toQueryString(view, { words: "", type: "", whose: "both", show: "all" })}`}
        />
      )}
      <Pager
        label="Pages"
        words={["Back to the first", "Next"]}
        newerHref={view.after && rows.length > 0 ? href : null}
        olderHref={next && `/requests?${toQueryString(view, { after: next })}`}
      />
      {types.length > 0 && (
        <ListTools
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
