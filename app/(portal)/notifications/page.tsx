import clsx from "clsx";
import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { NoticeLine } from "@/components/shell/notice-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { listNotices } from "@/lib/bell/notices";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readAll } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("bell.title") };
}

export default async function NoticesPage({ searchParams }: { searchParams: SearchParams }) {
  const before = await readParam(searchParams, "before");
  const { rows, older, newest } = await readPageAs("/notifications", actor => listNotices(actor, before));
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  const unread = t("bell.unread");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("bell.title")}
        intro={t("bell.intro")}
        actions={
          rows.some(({ isUnread }) => isUnread) && (
            <Form action={readAll} id="read-all" labels={{}}>
              <input type="hidden" name="newest" value={newest} />
              <SubmitButton variant="secondary" working={t("bell.reading_all")}>
                {t("bell.read_all")}
              </SubmitButton>
            </Form>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState icon="bell" title={t(before ? "bell.end" : "bell.empty")}>
          {t(before ? "bell.end.text" : "bell.empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-rest">
          {rows.map(({ id, href, reference, summary, words, at, isUnread, ...notice }) => (
            <li
              key={id}
              className="relative flex gap-x-3 px-4 max-sm:flex-wrap py-3.5 hover:bg-sunken/60 sm:px-6"
            >
              <span
                aria-hidden="true"
                className={clsx("mt-2 size-2 shrink-0 rounded-full", isUnread && "bg-accent-text")}
              />
              <div className="wrap-anywhere min-w-0 flex-1">
                {/* Opening it has the whole page drawn, with the count of the bell as it is then. */}
                <a href={href} data-load="full" className="rounded text-ink after:absolute after:inset-0">
                  {isUnread && <span className="sr-only">{unread} </span>}
                  <NoticeLine t={t} notice={{ ...notice, isUnread }} />
                </a>
                {words && (
                  <p dir="auto" className="line-clamp-2 text-ink-soft text-sm">
                    {words}
                  </p>
                )}
                <p className="text-ink-faint text-sm">
                  <span className="whitespace-nowrap tabular-nums">{reference}</span> · <bdi>{summary}</bdi>
                </p>
              </div>
              <Time
                at={at}
                clock={clock}
                className="whitespace-nowrap text-ink-soft text-sm leading-6 max-sm:basis-full max-sm:ps-5"
              />
            </li>
          ))}
        </ul>
      )}
      <Pager
        t={t}
        label={t("bell.pages")}
        newerHref={before ? "/notifications" : null}
        olderHref={older && `/notifications?before=${older}`}
      />
    </div>
  );
}
