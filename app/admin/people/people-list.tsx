import { Avatar } from "@/components/ui/avatar";
import type { Clock } from "@/lib/clock";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { ListedPerson } from "@/lib/people/find";

type Props = { t: Translator; rows: ListedPerson[]; clock: Clock };

export function PeopleList({ t, rows, clock }: Props) {
  return (
    <ul aria-label={t("people.list")} className="-my-3 divide-y divide-line">
      {rows.map(person => (
        <Line key={person.id} t={t} person={person} clock={clock} />
      ))}
    </ul>
  );
}

type LineProps = { t: Translator; person: ListedPerson; clock: Clock };

function Line({ t, person, clock }: LineProps) {
  const { id, name, email, role, isSuspended, awaitsSignUp, awayUntil, organisations } = person;
  const standing = [
    ...(isSuspended ? [t("people.suspended")] : []),
    ...(awaitsSignUp ? [t("people.awaits_sign_up")] : []),
    ...(awayUntil ? [t("people.away", { day: sayDate(new Date(awayUntil), clock, "shortDay") })] : []),
  ];
  return (
    <li className="flex items-center gap-3 py-3">
      <Avatar name={name} side={role === "customer" ? "customer" : "support"} />
      <div className="wrap-anywhere min-w-0 flex-1 text-sm">
        <a
          href={`/admin/people/${id}`}
          dir="auto"
          className="inline-flex min-h-6 items-center font-medium text-ink hover:text-accent-text hover:underline"
        >
          {name}
        </a>
        <p className="text-ink-soft">{[email, ...organisations].join(" · ")}</p>
      </div>
      <p className="shrink-0 text-end text-sm">
        <span className="text-ink-soft">{t(`people.role.${role}`)}</span>
        {standing.length > 0 && <span className="block text-warn">{standing.join(" · ")}</span>}
      </p>
    </li>
  );
}
