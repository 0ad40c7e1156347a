import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomerList } from "@/app/(portal)/customer-list";
import { SearchWait } from "@/components/search/search-wait";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { readerOf } from "@/lib/catalog/audience";
import { listTypesFor } from "@/lib/catalog/offered";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { readListStamp } from "@/lib/live/lists";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { ourChoicesOf } from "@/lib/search/choices";
import { listRequests } from "@/lib/search/list";
import { ourList } from "@/lib/search/own-list";
import { ourScope } from "@/lib/search/scope";
import { hrefOf, readList, tellLimit, writeList } from "@/lib/search/view";

type Props = { params: Promise<{ organisation: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("organisations.ours") };
}

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
    // Read before the rows, so that a change in between refreshes the list once too often rather than not at all.
    const stamp = await readListStamp("ours", actor.id);
    const [listing, types] = await Promise.all([
      listRequests(actor, view, { list, scope: ourScope(actor, slug) }),
      listTypesFor(readerOf(actor, organisations), catalogVersion, actor.language),
    ]);
    return { organisation, listing, types, stamp };
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
  const { listing, types, stamp } = read;
  return (
    <CustomerList
      t={t}
      list={list}
      view={view}
      listing={listing}
      stamp={stamp}
      clock={await pageClock()}
      title={title}
      intro={t("organisations.ours.intro")}
      label={t("organisations.ours.search")}
      choices={ourChoicesOf(list, view, types)}
      limit={tellLimit(asked.q, listing.limit)}
      hasAny
      types={types}
      tools={
        listing.rows.length > 0 && (
          <div className="mt-6 flex">
            <a
              href={`${list.path}/export.csv?${writeList(list, view)}`}
              download
              className={`${buttonClass("quiet")} sm:ms-auto`}
            >
              <Icon name="download" className="-ms-0.5 size-4" />
              {t("search.export")}
            </a>
          </div>
        )
      }
    />
  );
}
