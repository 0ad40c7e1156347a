import type { AdminLink } from "@/components/shell/admin-links";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { beginsIn, type Found, mostOfKind } from "@/lib/administration/find";
import { settingLabel } from "@/lib/desk-settings/values";
import type { Translator } from "@/lib/messages/translate";
import { placeOf } from "./place-of";

type Props = { t: Translator; typed: string; links: AdminLink[]; found: Found[] };

type Row = { href: string; name: string; about: string };

/** Pages by what they are for, settings by what they are called, and what has such a name or says such words. */
export function FoundList({ t, typed, links, found }: Props) {
  const pages = links
    .filter(({ label, about, words }) => beginsIn(`${label} ${about} ${words}`, typed))
    .map(({ href, label, about }): Row => ({ href, name: label, about }));
  const settings = Object.entries(settingLabel)
    .map(
      ([key, code]): Row => ({
        ...{ href: placeOf({ kind: "setting", key }), name: t(code as "settings.accent") },
        about: t("settings.title"),
      }),
    )
    .filter(({ name }) => beginsIn(name, typed));
  if (pages.length + settings.length + found.length === 0)
    return (
      <EmptyState icon="search" title={t("administration.search.none")}>
        {t("administration.search.none.text")}
      </EmptyState>
    );
  const isCut = found.some(({ kind }) => found.filter(one => one.kind === kind).length === mostOfKind);
  return (
    <div className="grid gap-6">
      <Rows title={t("administration.search.pages")} id="pages" rows={[...pages, ...settings]} />
      <Rows
        title={t("administration.search.names")}
        id="names"
        rows={found.map(one => ({ href: placeOf(one), name: one.name, about: aboutOf(t, one) }))}
        {...(isCut && { intro: t("administration.search.most", { count: mostOfKind }) })}
      />
    </div>
  );
}

const aboutOf = (t: Translator, { kind, detail, role, isByText }: Found): string =>
  [
    t(role ? `people.role.${role}` : `administration.kind.${kind}`),
    detail,
    isByText && (kind === "reply" || kind === "help" || kind === "list")
      ? t("administration.search.in_text")
      : null,
  ]
    .filter(Boolean)
    .join(" · ");

function Rows({ title, id, rows, intro }: { title: string; id: string; rows: Row[]; intro?: string }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} id={id} {...(intro !== undefined && { intro })}>
      <ul className="named-rows">
        {rows.map(({ href, name, about }) => (
          <li key={`${href} ${name} ${about}`}>
            <p>
              <a href={href} dir="auto">
                {name}
              </a>
              <span dir="auto">{about}</span>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
