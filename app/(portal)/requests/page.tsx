import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CustomerList } from "@/app/(portal)/customer-list";
import { SearchWait } from "@/components/search/search-wait";
import { PageHeader } from "@/components/ui/page-header";
import { pageClock, readPageAs, type SearchParams } from "@/lib/entry/page";
import { readShell } from "@/lib/entry/shell";
import { say } from "@/lib/messages/said";
import { readTranslator } from "@/lib/messages/translate";
import { waitOf } from "@/lib/messages/wait";
import { trySpending } from "@/lib/rate-limit";
import { choicesOf } from "@/lib/search/choices";
import { listRequests } from "@/lib/search/list";
import { listMyTypes } from "@/lib/search/own";
import { isNarrowed, ownList, readView, showOf, titleOf, toQueryString } from "@/lib/search/own-list";
import { readList, tellLimit } from "@/lib/search/view";
import { nameIn } from "../status-names";
import { keepUsual } from "./actions";
import { ListTools } from "./list-tools";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("search.title") };
}

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
  const [stamp, listing, types, usual] = await readPageAs(
    href,
    async (actor, { usualList: usual, stamps, catalogVersion }) => {
      if (usual && Object.keys(asked).length === 0) redirect(`/requests?${toQueryString(readView(usual))}`);
      // Read before the rows, so that a change in between refreshes the list once too often rather than not at all.
      const stamp = stamps.own;
      return [
        stamp,
        ...(await Promise.all([listRequests(actor, view), listMyTypes(actor, stamp, catalogVersion)])),
        usual,
      ] as const;
    },
  );
  const { openCount, waitingCount } = await readShell();
  const hasAny = types.length > 0;
  return (
    <CustomerList
      t={t}
      list={ownList}
      view={view}
      listing={listing}
      stamp={stamp}
      clock={await pageClock()}
      title={nameIn(t, titleOf(showOf(view)), types)}
      count={showOf(view) === "open" && view.filters.length === 0 ? openCount : undefined}
      label={t("search.field")}
      choices={hasAny || isNarrowed(view) ? choicesOf(view, types) : null}
      limit={tellLimit(asked.q, listing.limit)}
      hasAny={hasAny}
      types={types}
      waitingCount={waitingCount}
      tools={
        hasAny && (
          <ListTools
            t={t}
            keep={keepUsual}
            list={list}
            usual={usual}
            standard={standard}
            exportHref={listing.rows.length > 0 ? `/requests/export.csv?${list}` : null}
          />
        )
      }
    />
  );
}
