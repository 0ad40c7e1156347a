import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";
import type { ListedTeam } from "@/lib/teams/read";
import { shift } from "./actions";

type Props = { t: Translator; teams: ListedTeam[] };

/** Those in use in their order, which can be changed. */
export function TeamList({ t, teams }: Props) {
  return (
    <ul className="named-rows">
      {teams.map((team, index) => (
        <li key={team.slug}>
          <p>
            <a href={`/admin/teams/${team.slug}`} dir="auto">
              {team.name}
            </a>
            <span dir="auto">
              {t("teams.counts", { members: team.members, leads: team.leads })}
              {team.types.length > 0 && ` · ${team.types.join(", ")}`}
            </span>
          </p>
          {!team.isArchived && (
            <div>
              {index > 0 && <Shift t={t} to="earlier" team={team} />}
              {index < teams.length - 1 && <Shift t={t} to="later" team={team} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Shift({
  t,
  to,
  team: { slug, name },
}: {
  t: Translator;
  to: "earlier" | "later";
  team: ListedTeam;
}) {
  const label = t(to === "earlier" ? "teams.earlier" : "teams.later", { name });
  return (
    <Form action={shift} id={`${to}-${slug}`} labels={{}} hidden={{ slug, to }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
