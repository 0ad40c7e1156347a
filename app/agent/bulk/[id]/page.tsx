import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { type RunPage, readRun, type Shown } from "@/lib/bulk-runs/read";
import { pageClock, readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { notFound } from "@/lib/refusal";
import { bulkPath } from "../../tell-bulk";
import { stop } from "../actions";
import { progressOf, titleOf, totalOf } from "../runs";
import { BackToList } from "./back-to-list";
import { Follow } from "./follow";
import { Items } from "./items";
import { Ordered } from "./ordered";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("bulk.title") };
}

const shown: Shown[] = ["all", "refused", "waiting", "done"];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default async function BulkRunPage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await readParam(searchParams, "show");
  const show = shown.find(one => one === asked) ?? "all";
  const after = Number(/^\d{1,5}$/.exec((await readParam(searchParams, "after")) ?? "")?.[0] ?? 0);
  const path = `${bulkPath}/${encodeURIComponent(id)}`;
  const run = await readPageAs(path, actor => {
    if (!uuid.test(id)) throw notFound();
    return readRun(actor, id, { show, after });
  });
  const t = await readTranslator();
  const clock = await pageClock();
  const { counts, items, next, isEnded } = run;
  const hrefOf = (one: Shown) => (one === "all" ? path : `${path}?show=${one}`);
  const pageHref = (from: string) => `${hrefOf(show)}${show === "all" ? "?" : "&"}after=${from}`;
  const tabs = shown
    .map(one => ({
      label: t(one === "all" ? "bulk.run.show.all" : `bulk.state.${one}`),
      href: hrefOf(one),
      current: one === show,
      count: one === "all" ? totalOf(counts) : counts[one],
    }))
    .filter(({ count, current }) => count > 0 || current);
  const all = show === "all" ? totalOf(counts) : counts[show];
  const isWhole = after === 0 && next === null;
  // Those that the run has taken out of its reader's sight, or somebody else since.
  const hidden = isWhole ? all - items.length : 0;
  return (
    <>
      <PageHeader
        t={t}
        title={titleOf(t, run)}
        breadcrumbs={[
          { href: "/agent", label: t("queue.title") },
          { href: bulkPath, label: t("bulk.title") },
        ]}
        meta={t.rich("bulk.run.meta", {
          name: <bdi>{run.personName}</bdi>,
          time: <Time at={run.createdAt} clock={clock} />,
        })}
      />
      {!isEnded && <Follow />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="max-lg:order-2">
          <Tabs label={t("bulk.run.show")} tabs={tabs} />
          {(items.length > 0 || hidden === 0) && <Items t={t} items={items} />}
          {hidden > 0 && (
            <p className="mt-3 text-ink-soft text-sm">{t("bulk.run.hidden", { count: hidden })}</p>
          )}
          <Pager
            t={t}
            label={t("bulk.run.pages")}
            words={[t("search.pages.first"), t("search.pages.next")]}
            newerHref={after > 0 ? hrefOf(show) : null}
            olderHref={next && pageHref(next)}
          />
        </div>
        <div className="grid gap-6">
          <Progress {...{ t, run, path }} />
          <Ordered t={t} input={run.input} clock={clock} />
        </div>
      </div>
    </>
  );
}

function Progress({ t, run, path }: { t: Translator; run: RunPage; path: string }) {
  const { id, counts, isEnded } = run;
  const { waiting, refused } = counts;
  const total = totalOf(counts);
  return (
    <Card>
      <p role="status" className="font-medium text-ink">
        {progressOf(t, run)}
      </p>
      <progress
        className="bulk-progress mt-3"
        max={total}
        value={total - waiting}
        aria-label={t("bulk.run.progress")}
      />
      {isEnded ? (
        <Banner
          tone={refused > 0 ? "warn" : "good"}
          className="mt-4"
          action={<BackToList label={t("bulk.to_list")} />}
        >
          {refused > 0 ? t("bulk.run.ended.refused", { count: refused }) : t("bulk.run.ended.all")}
        </Banner>
      ) : (
        <>
          <p className="mt-3 text-ink-soft text-sm">{t("bulk.run.working.text")}</p>
          <ButtonLink href={path} data-load="full" variant="quiet" size="small" className="unscripted mt-3">
            {t("bulk.run.reload")}
          </ButtonLink>
        </>
      )}
      {waiting > 0 && (
        <Form action={stop} id="stop" labels={{}} hidden={{ id }} className="mt-4">
          <SubmitButton variant="danger" size="small" working={t("bulk.run.stopping")}>
            {t("bulk.run.stop")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
