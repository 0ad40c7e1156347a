import { Icon } from "@/components/ui/icon";
import type { FoundArticle } from "@/lib/help/read";

/** Help pages with how they begin; each row leads to its page as a whole. */
export const HelpRows = ({ pages }: { pages: FoundArticle[] }) => (
  <ul className="named-rows">
    {pages.map(({ slug, language, title, beginning }) => (
      <li key={slug} className="relative flex-nowrap">
        <p lang={language}>
          <a href={`/help/${slug}`} dir="auto" className="after:absolute after:inset-0">
            {title}
          </a>
          <span dir="auto">{beginning}</span>
        </p>
        <Icon name="arrow-right" className="text-ink-faint" />
      </li>
    ))}
  </ul>
);
