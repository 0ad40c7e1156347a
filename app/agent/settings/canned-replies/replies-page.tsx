import { ReplyList } from "@/components/canned-replies/reply-list";
import { ReplyTabs } from "@/components/canned-replies/reply-tabs";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Owner } from "@/lib/canned-replies/owner";
import { newReplyPath, repliesPath } from "@/lib/canned-replies/paths";
import { listReplies } from "@/lib/canned-replies/read";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import type { FormAction } from "@/lib/form/form-state";
import { readTranslator } from "@/lib/messages/translate";

const news = {
  created: "canned_replies.done.created",
  changed: "canned_replies.done.changed",
  archived: "canned_replies.done.archived",
  restored: "canned_replies.done.restored",
} as const;

type Props = {
  owner: Owner;
  actions: { archive: FormAction; restore: FormAction; shift: FormAction };
  searchParams: SearchParams;
};

/** The replies of one owner: an agent's own under their settings, the desk's under administration. */
export async function RepliesPage({ owner, actions, searchParams }: Props) {
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const { shown, archived, isAdmin } = await readPageAs(repliesPath(owner), async actor => ({
    ...(await listReplies(actor, owner)),
    isAdmin: actor.role === "admin",
  }));
  const t = await readTranslator();
  const isDesk = owner === "desk";
  const way = isDesk ? {} : { t, breadcrumbs: [{ href: "/settings", label: t("accounts.settings") }] };
  const add = (
    <ButtonLink href={newReplyPath(owner)} variant="primary" icon="plus">
      {t("canned_replies.new")}
    </ButtonLink>
  );
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        {...way}
        title={t("canned_replies.title")}
        intro={t(isDesk ? "canned_replies.desk.intro" : "canned_replies.own.intro")}
        actions={shown.length > 0 ? add : undefined}
      />
      {isAdmin && <ReplyTabs t={t} owner={owner} />}
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      {shown.length === 0 && (
        <div className="mb-6">
          <EmptyState
            icon="message-square"
            title={t(isDesk ? "canned_replies.desk.empty" : "canned_replies.own.empty")}
            action={add}
          >
            {t(isDesk ? "canned_replies.desk.empty.text" : "canned_replies.own.empty.text")}
          </EmptyState>
        </div>
      )}
      <ReplyList t={t} owner={owner} shown={shown} archived={archived} actions={actions} />
    </div>
  );
}
