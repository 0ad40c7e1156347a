import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { ListedCategory, TypePage } from "@/lib/catalog/overview";
import type { Translator } from "@/lib/messages/translate";
import type { listTeamChoices } from "@/lib/teams/choices";
import { giveToTeam, makeFallback, recategorise, retireType } from "../../actions";
import { AudienceOf } from "./audience";
import { Rule } from "./rule";

type Props = {
  t: Translator;
  type: TypePage;
  teams: Awaited<ReturnType<typeof listTeamChoices>>;
  categories: ListedCategory[];
};

/** What the desk does with it. */
export const Desk = ({ t, type, teams, categories }: Props) => (
  <div className="grid gap-6">
    <AudienceOf t={t} type={type} />
    <TeamOf t={t} type={type} teams={teams} />
    <Rule t={t} type={type} />
    <CategoryOf t={t} type={type} categories={categories} />
    {type.isPublished && !type.isArchived && !type.category.isArchived && <Fallback t={t} type={type} />}
    <Archive t={t} type={type} />
  </div>
);

function TeamOf({ t, type: { slug, team }, teams }: Omit<Props, "categories">) {
  const label = t("catalog_admin.team");
  const offered = teams.filter(one => !one.isArchived || one.slug === team);
  return (
    <Card title={label} id="team" intro={t("catalog_admin.team.help")}>
      <Form
        key={team}
        action={giveToTeam}
        id="give"
        labels={{ team: label }}
        hidden={{ slug, from: team ?? "" }}
        className="grid gap-4"
      >
        <SelectField
          name="team"
          label={label}
          emptyLabel={t("catalog_admin.team.none")}
          options={offered.map(one => ({
            value: one.slug,
            label: one.isArchived ? t("catalog_admin.team.archived", { name: one.name }) : one.name,
          }))}
          defaultValue={team ?? ""}
        />
        <Save t={t} />
      </Form>
    </Card>
  );
}

function CategoryOf({ t, type: { slug, category }, categories }: Omit<Props, "teams">) {
  const label = t("catalog_admin.category");
  return (
    <Card title={label} id="category" intro={t("catalog_admin.category.of.intro")}>
      <Form
        key={category.slug}
        action={recategorise}
        id="recategorise"
        labels={{ category: label }}
        hidden={{ slug }}
        className="grid gap-4"
      >
        <SelectField
          name="category"
          label={label}
          emptyLabel={category.name}
          options={categories
            .filter(one => one.slug !== category.slug)
            .map(one => ({ value: one.slug, label: one.name }))}
        />
        <Save t={t} />
      </Form>
    </Card>
  );
}

const Fallback = ({ t, type: { slug, isFallback } }: Pick<Props, "t" | "type">) => (
  <Card title={t("catalog_admin.fallback")} id="fallback">
    <p className="text-ink-soft text-sm">
      {t(isFallback ? "catalog_admin.fallback.is" : "catalog_admin.fallback.text")}
    </p>
    {!isFallback && (
      <Form
        action={makeFallback}
        id="make-fallback"
        labels={{}}
        hidden={{ slug }}
        className="mt-4 grid gap-4"
      >
        <Save t={t} label={t("catalog_admin.fallback.choose")} />
      </Form>
    )}
  </Card>
);

const Archive = ({ t, type: { slug, isArchived } }: Pick<Props, "t" | "type">) => (
  <Card>
    <Form
      action={retireType}
      id="archive"
      labels={{}}
      hidden={{ slug, isArchived: isArchived ? "no" : "yes" }}
      className="grid gap-3"
    >
      <p className="text-ink-soft text-sm">
        {t(isArchived ? "catalog_admin.restore.text" : "catalog_admin.archive.text")}
      </p>
      <Save t={t} label={t(isArchived ? "catalog_admin.restore" : "catalog_admin.archive")} />
    </Form>
  </Card>
);

const Save = ({ t, label = t("catalog_admin.save") }: { t: Translator; label?: string }) => (
  <SubmitButton variant="secondary" className="justify-self-start" working={t("catalog_admin.saving")}>
    {label}
  </SubmitButton>
);
