import { placeOf } from "@/app/admin/place-of";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { Doing } from "@/lib/people/history";
import type { Thing } from "@/lib/people/things";
import { referenceOf } from "@/lib/requests/reference";
import type { DeskSettings } from "@/lib/settings";

type Shared = { t: Translator; clock: Clock; settings: DeskSettings };
type Props = Shared & { id: string; history: { doings: Doing[]; next: string | null }; isFirst: boolean };

export function History({ t, id, history: { doings, next }, isFirst, ...shared }: Props) {
  const path = `/admin/people/${id}`;
  return (
    <Card title={t("people.history")} id="history" intro={t("people.history.intro")}>
      {doings.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("people.history.none")}</p>
      ) : (
        <ol className="-my-2 divide-y divide-line text-sm">
          {doings.map(doing => (
            <Line key={doing.id} t={t} doing={doing} owner={id} {...shared} />
          ))}
        </ol>
      )}
      <Pager
        t={t}
        label={t("people.history.pages")}
        newerHref={isFirst ? null : `${path}#history`}
        olderHref={next && `${path}?before=${next}#history`}
      />
    </Card>
  );
}

type LineProps = Shared & { doing: Doing; owner: string };

function Line({ t, doing, owner, clock, settings }: LineProps) {
  const { at, said, actor, about, request, thing, detail } = doing;
  const reference = request === null ? null : referenceOf(request, settings);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
      <span className="wrap-anywhere min-w-0 flex-1 basis-64">
        {t.rich("people.did.by", {
          who: <Person person={actor} name={actor?.name ?? t("history.desk")} owner={owner} />,
          what: <span className="text-ink-soft">{say(t, said)}</span>,
        })}
        {thing && (
          <>
            {" · "}
            <a href={placeOf(thing)} dir="auto" className="text-accent-text underline">
              {nameOf(t, thing)}
            </a>
          </>
        )}
        {detail && <span className="text-ink-soft">{` · ${say(t, detail)}`}</span>}
        {reference && (
          <>
            {" · "}
            <a
              href={`/agent/requests/${reference}`}
              className="whitespace-nowrap text-accent-text tabular-nums underline"
            >
              {reference}
            </a>
          </>
        )}
        {about && about.id !== owner && (
          <>
            {" · "}
            <a href={`/admin/people/${about.id}`} dir="auto" className="text-accent-text underline">
              {about.name}
            </a>
          </>
        )}
      </span>
      <Time at={at} clock={clock} className="shrink-0 text-ink-faint" />
    </li>
  );
}

function nameOf(t: Translator, { name }: Thing): string {
  if (typeof name === "string") return name;
  return "code" in name ? say(t, name) : t.ofType(name.typeSlug).named("type", name.name);
}

type PersonProps = { person: { id: string } | null; name: string; owner: string };

/** Leads to their page, unless this is it. */
function Person({ person, name, owner }: PersonProps) {
  const look = "font-medium text-ink";
  if (!person || person.id === owner)
    return (
      <strong dir="auto" className={look}>
        {name}
      </strong>
    );
  return (
    <a href={`/admin/people/${person.id}`} dir="auto" className={`${look} underline`}>
      {name}
    </a>
  );
}
