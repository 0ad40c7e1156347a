import { ReplyList } from "@/components/canned-replies/reply-list";
import { ReplyTabs } from "@/components/canned-replies/reply-tabs";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { newReplyPath, type Owner, repliesPath } from "@/lib/canned-replies/paths";
import { listReplies } from "@/lib/canned-replies/read";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { archive, restore, shift } from "./actions";

const news = {
  created: "canned_replies.done.created",
  changed: "canned_replies.done.changed",
  archived: "canned_replies.done.archived",
  restored: "canned_replies.done.restored",
} as const;

type Props = { owner: Owner; searchParams: SearchParams };

/** The replies of one owner: an agent's own and their teams' under their settings, the desk's under administration. */
export async function RepliesPage({ owner, searchParams }: Props) {
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const { shown, archived, teamName, ledTeams, isAdmin } = await readPageAs(
    repliesPath(owner),
    async actor => ({
      ...(await listReplies(actor, owner)),
      isAdmin: actor.role === "admin",
    }),
  );
  const t = await readTranslator();
  const kind = typeof owner === "string" ? owner : "team";
  const way =
    kind === "desk" ? {} : { t, breadcrumbs: [{ href: "/settings", label: t("accounts.settings") }] };
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
        intro={
          teamName === null
            ? t(kind === "desk" ? "canned_replies.desk.intro" : "canned_replies.person.intro")
            : t("canned_replies.team.intro", { team: teamName })
        }
        actions={shown.length > 0 ? add : undefined}
      />
      <ReplyTabs t={t} owner={owner} teamName={teamName} ledTeams={ledTeams} isAdmin={isAdmin} />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      {shown.length === 0 && (
        <div className="mb-6">
          <EmptyState icon="message-square" title={t(`canned_replies.${kind}.empty`)} action={add}>
            {t(`canned_replies.${kind}.empty.text`)}
          </EmptyState>
        </div>
      )}
      <ReplyList
        t={t}
        owner={owner}
        shown={shown}
        archived={archived}
        actions={{ archive, restore, shift }}
      />
    </div>
  );
}
