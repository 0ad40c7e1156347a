import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ListEmpty } from "@/components/search/list-empty";
import { ListNews } from "@/components/search/list-news";
import { RequestTable } from "@/components/search/request-table";
import { SearchForm } from "@/components/search/search-form";
import { SearchWait } from "@/components/search/search-wait";
import { tellSearch } from "@/components/search/tell-search";
import { tellTable } from "@/components/search/tell-table";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { listTypes } from "@/lib/catalog/queries";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { headingsOf, ourChoicesOf } from "@/lib/search/choices";
import { listRequests } from "@/lib/search/list";
import { isNarrowed, ourList, showOf, titleOf } from "@/lib/search/own-list";
import { ourScope } from "@/lib/search/scope";
import { choose, hrefOf, maxWords, readList, tellLimit, writeList } from "@/lib/search/view";
import { maxWalked } from "@/lib/search/walk";

type Props = { params: Promise<{ organisation: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("organisations.ours") };
}

const tabs = ["open", "waiting_for_customer", "closed", "all"] as const;

export default async function OurRequestsPage({ params, searchParams }: Props) {
  const { organisation: slug } = await params;
  const asked = await searchParams;
  const list = ourList(encodeURIComponent(slug));
  const view = readList(list, asked);
  const href = hrefOf(list, view);
  const read = await readPageAs(href, async (actor, { organisations, catalogVersion }) => {
    const organisation = organisations.find(own => own.slug === slug && own.isManager);
    if (!organisation) return null;
    const wait = view.words ? await trySpending("search", actor.id) : 0;
    if (wait > 0) return { organisation, wait };
    const [listing, types] = await Promise.all([
      listRequests(actor, view, { list, scope: ourScope(actor, slug) }),
      listTypes(catalogVersion),
    ]);
    return { organisation, listing, types };
  });
  if (!read) notFound();
  const t = await readTranslator();
  const title = t("organisations.ours.of", { organisation: read.organisation.name });
  if (!read.listing)
    return (
      <>
        <PageHeader title={title} />
        <SearchWait
          t={t}
          wait={say(t, waitOf(read.wait))}
          again={`${href}${view.after ? `&after=${view.after}` : ""}`}
        />
      </>
    );
  const { rows, next, words, correction, limit, hasStopped, isGivenUp } = read.listing;
  const nextHref = next && hrefOf(list, view, { words, after: next });
  return (
    <>
      <PageHeader title={title} intro={t("organisations.ours.intro")} />
      <Tabs
        label={t("search.tabs")}
        tabs={tabs.map(show => ({
          href: hrefOf(list, choose(list, view, { show })),
          label: say(t, titleOf(show)),
          current: show === showOf(view),
        }))}
      />
      <SearchForm
        key={href}
        {...tellSearch(t, ourChoicesOf(list, view, read.types), {
          path: list.path,
          label: t("organisations.ours.search"),
          placeholder: t("search.field.hint"),
          maxWords,
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
      <div className="pt-5">
        {rows.length > 0 ? (
          <RequestTable
            {...tellTable(
              { caption: t("search.caption", { title }), headings: headingsOf(list, view), rows },
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
                      : "phase"
            }
            show={showOf(view)}
            top={href}
            cleared={hrefOf(list, view, { words: "", filters: [] })}
            next={nextHref}
          />
        )}
      </div>
      <Pager
        t={t}
        label={t("search.pages")}
        words={[t("search.pages.first"), t(hasStopped ? "search.pages.search_on" : "search.pages.next")]}
        newerHref={view.after && rows.length > 0 ? href : null}
        olderHref={rows.length > 0 ? nextHref : null}
      />
      {rows.length > 0 && (
        <div className="mt-6 flex">
          <a
            href={`${list.path}/export.csv?${writeList(list, view)}`}
            download
            className={`${buttonClass("quiet")} sm:ml-auto`}
          >
            <Icon name="download" className="-ml-0.5 size-4" />
            {t("search.export")}
          </a>
        </div>
      )}
    </>
  );
}
