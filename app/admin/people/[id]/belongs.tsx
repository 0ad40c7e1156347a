import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { PersonPage } from "@/lib/people/read";

type Props = { t: Translator; person: PersonPage };
type Place = { slug: string; name: string; isArchived: boolean };

export function Belongs({ t, person: { organisations, teams } }: Props) {
  const label = (name: string, isArchived: boolean) => (isArchived ? t("people.archived", { name }) : name);
  const lists = [
    {
      title: t("people.organisations"),
      path: "/admin/organisations",
      places: organisations.map(one => ({
        ...one,
        name: one.isManager ? t("people.manager", { name: one.name }) : one.name,
      })),
    },
    {
      title: t("people.teams"),
      path: "/admin/teams",
      places: teams.map(one => ({
        ...one,
        name: one.isLead ? t("people.lead", { name: one.name }) : one.name,
      })),
    },
  ];
  const shown = lists.filter(({ places }) => places.length > 0);
  return (
    <Card title={t("people.belongs")} id="belongs">
      {shown.length === 0 && <p className="text-ink-soft text-sm">{t("people.belongs.none")}</p>}
      <dl className="grid gap-3 text-sm">
        {shown.map(({ title, path, places }) => (
          <div key={path}>
            <dt className="text-ink-soft">{title}</dt>
            {places.map(({ slug, name, isArchived }: Place) => (
              <dd key={slug} className="wrap-anywhere">
                <a
                  href={`${path}/${slug}`}
                  dir="auto"
                  className="inline-flex min-h-6 items-center text-accent-text underline"
                >
                  {label(name, isArchived)}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}
