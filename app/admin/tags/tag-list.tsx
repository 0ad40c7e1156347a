import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TagMark } from "@/components/tags/tag-mark";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";
import type { listTags } from "@/lib/tags/read";
import { archive, shift } from "./actions";

type Tag = Awaited<ReturnType<typeof listTags>>[number];

const about = (words: ReactNode) => <span className="sr-only">{words}</span>;

/** Those in use in their order, which can be changed. */
export function TagList({ t, tags }: { t: Translator; tags: Tag[] }) {
  return (
    <ul className="named-rows">
      {tags.map((tag, index) => (
        <li key={tag.slug}>
          <p>
            <a href={`/admin/tags/${tag.slug}`}>
              <TagMark name={tag.name} colour={tag.colour} />
            </a>
            <span dir="auto">{t("tags.requests", { count: tag.requests })}</span>
          </p>
          <div>
            {!tag.isArchived && index > 0 && <Shift t={t} to="earlier" tag={tag} />}
            {!tag.isArchived && index < tags.length - 1 && <Shift t={t} to="later" tag={tag} />}
            <Form
              action={archive}
              id={`archive-${tag.slug}`}
              labels={{}}
              hidden={{ slug: tag.slug, isArchived: tag.isArchived ? "no" : "yes" }}
            >
              <SubmitButton variant="quiet" size="small" working={t("tags.saving")}>
                {t.rich(tag.isArchived ? "tags.restore" : "tags.archive", { name: tag.name, about })}
              </SubmitButton>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Shift({ t, to, tag: { slug, name } }: { t: Translator; to: "earlier" | "later"; tag: Tag }) {
  const label = t(to === "earlier" ? "tags.earlier" : "tags.later", { name });
  return (
    <Form action={shift} id={`${to}-${slug}`} labels={{}} hidden={{ slug, to }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
