import { ViewList } from "@/components/saved-views/view-list";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import type { Owner } from "@/lib/saved-views/owner";
import { viewsPath } from "@/lib/saved-views/paths";
import { type ListedView, listViews } from "@/lib/saved-views/read";
import { deskList } from "@/lib/search/desk-list";
import { writeTyped } from "@/lib/search/operators";
import { listQueueChoices } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { vocabularyOf } from "@/lib/search/vocabulary";
import { archive, remove, rename, restore, shift } from "./actions";

const news = {
  renamed: "views.done.renamed",
  archived: "views.done.archived",
  restored: "views.done.restored",
  deleted: "views.done.deleted",
} as const;

type Props = { owner: Owner; searchParams: SearchParams };

/** The views of one owner: an agent's own under their settings, the shared ones under administration. */
export async function ViewsPage({ owner, searchParams }: Props) {
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const { shown, archived, isAdmin, choices } = await readPageAs(
    viewsPath(owner),
    async (actor, { catalogVersion }) => ({
      ...(await listViews(actor, owner)),
      choices: await listQueueChoices(actor, catalogVersion),
      isAdmin: actor.role === "admin",
    }),
  );
  const t = await readTranslator();
  const vocabulary = vocabularyOf(t, choices);
  const told = (views: ListedView[]) =>
    views.map(view => ({
      ...view,
      says: writeTyped(deskList, readListQuery(deskList, view.query), vocabulary) || t("views.everything"),
    }));
  const isDesk = owner === "desk";
  const way = isDesk ? {} : { t, breadcrumbs: [{ href: "/settings", label: t("accounts.settings") }] };
  const tabs = (["person", "desk"] as const).map(each => ({
    href: viewsPath(each),
    label: t(each === "person" ? "views.tab.own" : "views.tab.desk"),
    current: each === owner,
  }));
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        {...way}
        title={t("views.title")}
        intro={t(isDesk ? "views.desk.intro" : "views.own.intro")}
      />
      {isAdmin && <Tabs label={t("views.tabs")} tabs={tabs} />}
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      {shown.length === 0 && (
        <div className="mb-6">
          <EmptyState
            icon="bookmark"
            title={t("views.empty")}
            action={<ButtonLink href="/agent">{t("views.to_queue")}</ButtonLink>}
          >
            {t("views.empty.text")}
          </EmptyState>
        </div>
      )}
      <ViewList
        t={t}
        shown={told(shown)}
        archived={told(archived)}
        actions={{ rename, archive, restore, remove, shift }}
      />
    </div>
  );
}
