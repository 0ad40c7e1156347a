import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { ArticleInFull } from "@/lib/help/read";
import type { Translator } from "@/lib/messages/translate";
import { archive, publish } from "../../actions";
import { languageOptions } from "../../page-form";

type Props = {
  t: Translator;
  slug: string;
  page: ArticleInFull | undefined;
  versions: ArticleInFull[];
  /** In which the page can be written. */
  languages: string[];
};

const about = (words: ReactNode) => <span className="sr-only">{words}</span>;

/** What else can be done about a page, and its other languages. */
export function Beside({ t, slug, page, versions, languages }: Props) {
  const others = versions
    .filter(({ language }) => language !== page?.language)
    .map(({ language }) => language);
  const written = versions.map(({ language }) => language);
  const missing = languages.filter(language => !written.includes(language));
  const link = ({ value, label }: { value: string; label: string }) => (
    <li key={value}>
      <p>
        <a href={`/admin/help/${slug}/${value}`}>{label}</a>
      </p>
    </li>
  );
  return (
    <div className="grid gap-6">
      {page && <Ways t={t} page={page} />}
      {others.length + missing.length > 0 && (
        <Card title={t("help.admin.translate")} id="languages">
          {others.length > 0 && <ul className="named-rows">{languageOptions(t, others).map(link)}</ul>}
          {missing.length > 0 && (
            <Disclosure
              label={t("help.admin.translate.intro")}
              size="small"
              className={others.length > 0 ? "mt-6" : ""}
            >
              <ul className="named-rows">{languageOptions(t, missing).map(link)}</ul>
            </Disclosure>
          )}
        </Card>
      )}
    </div>
  );
}

function Ways({
  t,
  page: { slug, language, title, isPublished, isArchived },
}: {
  t: Translator;
  page: ArticleInFull;
}) {
  return (
    <Card>
      <div className="grid gap-2 [&_.button]:w-full">
        {isPublished && !isArchived && (
          <ButtonLink href={`/help/${slug}?language=${language}`} size="small" variant="secondary">
            {t("help.admin.view")}
          </ButtonLink>
        )}
        <ButtonLink href={`/admin/help/${slug}/${language}/feedback`} size="small" variant="secondary">
          {t("help.admin.feedback")}
        </ButtonLink>
        {!isArchived && (
          <Form
            action={publish}
            id="publish"
            labels={{}}
            hidden={{ slug, language, isPublished: isPublished ? "no" : "yes" }}
          >
            <SubmitButton
              variant={isPublished ? "secondary" : "primary"}
              size="small"
              working={t("help.admin.saving")}
            >
              {t.rich(isPublished ? "help.admin.withdraw" : "help.admin.publish", { title, about })}
            </SubmitButton>
          </Form>
        )}
        <Form
          action={archive}
          id="archive"
          labels={{}}
          hidden={{ slug, language, isArchived: isArchived ? "no" : "yes" }}
        >
          <SubmitButton variant="quiet" size="small" working={t("help.admin.saving")}>
            {t.rich(isArchived ? "help.admin.restore" : "help.admin.archive", { title, about })}
          </SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
