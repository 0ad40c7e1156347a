import type { AdminLink } from "@/components/shell/admin-links";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { beginsIn, type Found, type FoundKind } from "@/lib/administration/find";
import { replyPath } from "@/lib/canned-replies/paths";
import type { Translator } from "@/lib/messages/translate";
import { viewsPath } from "@/lib/saved-views/paths";

type Props = { t: Translator; typed: string; links: AdminLink[]; found: Found[] };

const pathOf: Record<FoundKind, (key: string) => string> = {
  person: id => `/admin/people/${id}`,
  team: slug => `/admin/teams/${slug}`,
  organisation: slug => `/admin/organisations/${slug}`,
  tag: slug => `/admin/tags/${slug}`,
  list: slug => `/admin/lists/${slug}`,
  reply: slug => replyPath("desk", slug),
  view: () => viewsPath("desk"),
};

/** Pages by what they are for, and what has such a name. */
export function FoundList({ t, typed, links, found }: Props) {
  const pages = links.filter(({ label, about, words }) => beginsIn(`${label} ${about} ${words}`, typed));
  if (pages.length + found.length === 0)
    return (
      <EmptyState icon="search" title={t("administration.search.none")}>
        {t("administration.search.none.text")}
      </EmptyState>
    );
  return (
    <div className="grid gap-6">
      {pages.length > 0 && (
        <Card title={t("administration.search.pages")} id="pages">
          <ul className="named-rows">
            {pages.map(({ href, label, about }) => (
              <li key={href}>
                <p>
                  <a href={href}>{label}</a>
                  <span dir="auto">{about}</span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found.length > 0 && (
        <Card title={t("administration.search.names")} id="names">
          <ul className="named-rows">
            {found.map(({ kind, key, name, detail, role }) => (
              <li key={`${kind} ${key}`}>
                <p>
                  <a href={pathOf[kind](key)} dir="auto">
                    {name}
                  </a>
                  <span dir="auto">
                    {[t(role ? `people.role.${role}` : `administration.kind.${kind}`), detail]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
