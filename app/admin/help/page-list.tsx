import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { languageName } from "@/lib/formats";
import type { ArticleInput } from "@/lib/help/input";
import type { ListedArticle } from "@/lib/help/read";
import type { FeedbackCounts } from "@/lib/help/read-feedback";
import type { Translator } from "@/lib/messages/translate";
import { percentFormat } from "@/lib/number-formats";
import { shift } from "./actions";

type Feedback = ArticleInput & FeedbackCounts;
type Props = { t: Translator; pages: ListedArticle[]; feedback: Feedback[] };

/** By language and category, in each of which they can be put in order. */
export function PageList({ t, pages, feedback }: Props) {
  const groups = Map.groupBy(pages, ({ language, category }) => JSON.stringify([language, category]));
  return [...groups].map(([key, group]) => {
    const { language = "", category = "" } = group[0] ?? {};
    const title = `${category} · ${languageName(language, t.language)}`;
    return group[0]?.isArchived ? (
      <section key={key} className="mt-4">
        <h3 className="mb-2 font-medium text-ink-soft text-sm">{title}</h3>
        <Rows t={t} pages={group} feedback={feedback} />
      </section>
    ) : (
      <Card key={key} title={title} id={`pages-${language}-${group[0]?.slug}`}>
        <Rows t={t} pages={group} feedback={feedback} />
      </Card>
    );
  });
}

const Rows = ({ t, pages, feedback }: Props) => (
  <ul className="named-rows">
    {pages.map((page, index) => (
      <li key={page.slug}>
        <p>
          <a href={`/admin/help/${page.slug}/${page.language}`} lang={page.language} dir="auto">
            {page.title}
          </a>
          <span dir="auto">{t(page.isPublished ? "help.admin.published" : "help.admin.unpublished")}</span>
          <Said
            t={t}
            said={feedback.find(({ slug, language }) => slug === page.slug && language === page.language)}
          />
        </p>
        {!page.isArchived && (
          <div>
            {index > 0 && <Shift t={t} to="earlier" page={page} />}
            {index < pages.length - 1 && <Shift t={t} to="later" page={page} />}
          </div>
        )}
      </li>
    ))}
  </ul>
);

/** How many readers said yes, as a link to the page with all that they said. */
function Said({ t, said }: { t: Translator; said: Feedback | undefined }) {
  if (!said) return null;
  const { yes, no, spared, slug, language } = said;
  const share = percentFormat(t.language).format(yes / (yes + no));
  const counts = [
    ...(yes + no > 0 ? [t("help.admin.feedback.summary", { yes: String(yes), no: String(no), share })] : []),
    ...(spared > 0 ? [t("help.admin.feedback.spared", { count: spared })] : []),
  ];
  return <a href={`/admin/help/${slug}/${language}/feedback`}>{counts.join(" · ")}</a>;
}

function Shift({
  t,
  to,
  page: { slug, language, title },
}: {
  t: Translator;
  to: "earlier" | "later";
  page: ListedArticle;
}) {
  const label = t(to === "earlier" ? "help.admin.earlier" : "help.admin.later", { title });
  return (
    <Form action={shift} id={`${to}-${slug}-${language}`} labels={{}} hidden={{ slug, language, to }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
