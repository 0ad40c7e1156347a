import { notFound } from "next/navigation";
import { ReplyForm } from "@/components/canned-replies/reply-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { type Owner, ownerIdFor } from "@/lib/canned-replies/owner";
import { newReplyPath, newReplySlug, repliesPath, replyFormId, replyPath } from "@/lib/canned-replies/paths";
import { readReply } from "@/lib/canned-replies/read";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs } from "@/lib/entry/page";
import type { FormAction } from "@/lib/form/form-state";
import { readTranslator } from "@/lib/messages/translate";

const words = ["name", "keywords", "body"];

async function NewReplyPage({ owner, create }: { owner: Owner; create: FormAction }) {
  const path = newReplyPath(owner);
  const draft = await readPageAs(path, async actor => {
    ownerIdFor(actor, owner);
    return (await readUnsent(actor, placeOfForm(path, replyFormId), words)).draft;
  });
  const t = await readTranslator();
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        t={t}
        breadcrumbs={[{ href: repliesPath(owner), label: t("canned_replies.title") }]}
        title={t("canned_replies.new")}
      />
      <ReplyForm t={t} action={create} draft={draft} clock={await pageClock()} back={repliesPath(owner)} />
    </div>
  );
}

type Actions = { create: FormAction; change: FormAction; restore: FormAction };
type Props = { owner: Owner; params: Promise<{ slug: string }>; actions: Actions };

/** One reply of this owner, or a new one. */
export async function ReplyPage({ owner, params, actions }: Props) {
  const { slug } = await params;
  if (slug === newReplySlug) return <NewReplyPage owner={owner} create={actions.create} />;
  const read = await readPageAs(replyPath(owner, encodeURIComponent(slug)), async actor => {
    const reply = await readReply(actor, owner, slug);
    if (!reply) return null;
    // With the version that was changed, so that what others saved since is not overwritten unseen.
    const place = placeOfForm(replyPath(owner, reply.slug), replyFormId);
    return { reply, ...(await readUnsent(actor, place, ["version", ...words])) };
  });
  if (!read) notFound();
  const { reply, draft } = read;
  const t = await readTranslator();
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        t={t}
        breadcrumbs={[{ href: repliesPath(owner), label: t("canned_replies.title") }]}
        title={reply.name}
      />
      {reply.isArchived && (
        <Banner
          tone="warn"
          title={t("canned_replies.is_archived")}
          className="mb-6"
          action={
            <Form action={actions.restore} id="restore" labels={{}} hidden={{ reply: reply.id }}>
              <SubmitButton variant="secondary" size="small" working={t("canned_replies.saving")}>
                {t("canned_replies.restore.this")}
              </SubmitButton>
            </Form>
          }
        >
          {t("canned_replies.is_archived.text")}
        </Banner>
      )}
      <ReplyForm
        t={t}
        action={actions.change}
        reply={reply}
        draft={draft}
        clock={await pageClock()}
        back={repliesPath(owner)}
      />
    </div>
  );
}
