import { notFound } from "next/navigation";
import { LanguageCard } from "@/components/canned-replies/language-card";
import { ReplyForm } from "@/components/canned-replies/reply-form";
import { TextForm } from "@/components/canned-replies/text-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { otherLanguages } from "@/lib/canned-replies/languages";
import { ownerFor } from "@/lib/canned-replies/owner";
import {
  newReplyPath,
  newReplySlug,
  type Owner,
  ownerField,
  repliesPath,
  replyFormId,
  replyPath,
  replyTextPath,
} from "@/lib/canned-replies/paths";
import { readReply } from "@/lib/canned-replies/read";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { languageName } from "@/lib/formats";
import { speaksTag } from "@/lib/messages/languages";
import { defaultLanguage, readTranslator, type Translator } from "@/lib/messages/translate";
import { change, create, removeText, restore, writeText } from "./actions";

const words = ["name", "keywords", "body"];

const way = (t: Translator, owner: Owner, teamName: string | null) => ({
  t,
  breadcrumbs: [
    {
      href: repliesPath(owner),
      label: teamName === null ? t("canned_replies.title") : t("canned_replies.of_team", { team: teamName }),
    },
  ],
});

async function NewReplyPage({ owner }: { owner: Owner }) {
  const path = newReplyPath(owner);
  const { draft, teamName } = await readPageAs(path, async actor => ({
    teamName: (await ownerFor(actor, owner)).teamName,
    draft: (await readUnsent(actor, placeOfForm(path, replyFormId), words)).draft,
  }));
  const t = await readTranslator();
  const clock = await pageClock();
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader {...way(t, owner, teamName)} title={t("canned_replies.new")} />
      <ReplyForm {...{ t, owner, draft, clock }} action={create} back={repliesPath(owner)} />
    </div>
  );
}

const news = { written: "canned_replies.done.written", removed: "canned_replies.done.removed" } as const;

type Props = { owner: Owner; slug: string; searchParams: SearchParams };

/** One reply of this owner in one language, or a new one. */
export async function ReplyPage({ owner, slug, searchParams }: Props) {
  if (slug === newReplySlug) return <NewReplyPage owner={owner} />;
  const asked = await readParam(searchParams, "language");
  const language = otherLanguages.find(tag => tag === asked) ?? defaultLanguage;
  const isDefault = language === defaultLanguage;
  const read = await readPageAs(replyPath(owner, encodeURIComponent(slug)), async actor => {
    const reply = await readReply(actor, owner, slug);
    if (!reply) return null;
    // With the version that was changed, so that what others saved since is not overwritten unseen.
    const [place, names] = isDefault
      ? [placeOfForm(replyPath(owner, reply.slug), replyFormId), words]
      : [placeOfForm(replyTextPath(owner, reply.slug, language), "text"), ["body"]];
    return { reply, ...(await readUnsent(actor, place, ["version", ...names])) };
  });
  if (!read) notFound();
  const { reply, draft } = read;
  const [t, clock, desk] = await Promise.all([readTranslator(), pageClock(), readPageSettings()]);
  const languages = otherLanguages.filter(tag => speaksTag(desk, tag));
  const done = await readParam(searchParams, "done");
  const [, happened] = Object.entries(news).find(([name]) => name === done) ?? [];
  const written = reply.texts.map(text => text.language);
  const shown = isDefault || written.includes(language) ? written : [...written, language];
  const tabs = [defaultLanguage, ...shown].map(tag => ({
    href: tag === defaultLanguage ? replyPath(owner, slug) : replyTextPath(owner, slug, tag),
    label: languageName(tag, t.language),
    current: tag === language,
  }));
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader {...way(t, owner, reply.teamName)} title={reply.name} />
      {happened && (
        <Banner tone="good" role="status" className="mb-6">
          {t(happened)}
        </Banner>
      )}
      {tabs.length > 1 && <Tabs label={t("canned_replies.languages")} tabs={tabs} />}
      {reply.isArchived && (
        <Banner
          tone="warn"
          title={t("canned_replies.is_archived")}
          className="mb-6"
          action={
            <Form
              action={restore}
              id="restore"
              labels={{}}
              hidden={{ of: ownerField(owner), reply: reply.id }}
            >
              <SubmitButton variant="secondary" size="small" working={t("canned_replies.saving")}>
                {t("canned_replies.restore.this")}
              </SubmitButton>
            </Form>
          }
        >
          {t("canned_replies.is_archived.text")}
        </Banner>
      )}
      {isDefault ? (
        <ReplyForm
          {...{ t, owner, reply, draft, clock }}
          action={change}
          back={repliesPath(owner)}
          aside={<LanguageCard t={t} path={replyPath(owner, slug)} written={written} languages={languages} />}
        />
      ) : (
        <TextForm
          key={language}
          {...{ t, owner, reply, draft, clock }}
          language={{ tag: language, name: languageName(language, t.language) }}
          actions={{ writeText, removeText }}
        />
      )}
    </div>
  );
}
