import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { FindForm } from "@/components/search/find-form";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import type { Translator } from "@/lib/messages/translate";
import type { OrganisationPage } from "@/lib/organisations/read";
import { drop, join, manage } from "../actions";

type Props = {
  t: Translator;
  organisation: OrganisationPage;
  /** That members are searched by. */
  words: string;
};

export function Members({ t, organisation: { slug, members, isFirst, next }, words }: Props) {
  const path = `/admin/organisations/${slug}`;
  const addressOf = (wishes: Record<string, string>) => {
    const query = new URLSearchParams({ ...(words && { q: words }), ...wishes });
    return `${path}${query.size > 0 ? `?${query}` : ""}#members`;
  };
  const isLong = words !== "" || !isFirst || next !== null;
  return (
    <Card title={t("organisations.members")} id="members" intro={t("organisations.members.intro")}>
      <Form
        key={members.length}
        action={join}
        id="join"
        labels={{ email: t("organisations.member.email") }}
        hidden={{ slug }}
        className="mb-6 grid gap-4 border-line border-b pb-6"
      >
        <TextField
          name="email"
          type="email"
          label={t("organisations.member.email")}
          help={t("organisations.member.email.help")}
          autoComplete="off"
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("organisations.member.add")}
        </SubmitButton>
      </Form>
      {isLong && (
        <FindForm
          {...{ t, action: `${path}#members`, words, clear: `${path}#members` }}
          label={t("organisations.members.find")}
          placeholder={t("people.find.placeholder")}
          className="mb-6"
        />
      )}
      {members.length === 0 ? (
        <p className="text-ink-soft text-sm">
          {t(words ? "people.none.found" : "organisations.members.none")}
        </p>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {members.map(member => (
            <Line key={member.id} t={t} slug={slug} member={member} words={words} />
          ))}
        </ul>
      )}
      <Pager
        t={t}
        label={t("organisations.members.pages")}
        words={[t("search.pages.first"), t("search.pages.next")]}
        newerHref={isFirst ? null : addressOf({})}
        olderHref={next && addressOf({ after: next })}
      />
    </Card>
  );
}

type LineProps = Pick<Props, "t" | "words"> & {
  slug: string;
  member: OrganisationPage["members"][number];
};

function Line({ t, slug, member: { id, name, email, isManager, isByHand }, words }: LineProps) {
  const sent = { slug, person: id, ...(words && { q: words }) };
  const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
  const code = isManager ? "organisations.member.unmake_manager" : "organisations.member.make_manager";
  const standing = [
    ...(isManager ? [t("organisations.member.manager")] : []),
    ...(isByHand ? [] : [t("organisations.member.by_domain")]),
  ];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56 text-sm">
        <p dir="auto" className="font-medium text-ink">
          {name}
        </p>
        <p className="text-ink-soft">{email}</p>
        {standing.length > 0 && <p className="text-ink-soft">{standing.join(" · ")}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <Form
          key={String(isManager)}
          action={manage}
          id={`manage-${id}`}
          labels={{}}
          hidden={{ ...sent, isManager: isManager ? "no" : "yes" }}
        >
          <SubmitButton variant="secondary" size="small">
            {t.rich(code, { name, hidden })}
          </SubmitButton>
        </Form>
        {isByHand && (
          <Form action={drop} id={`drop-${id}`} labels={{}} hidden={sent}>
            <SubmitButton variant="secondary" size="small">
              {t.rich("organisations.member.remove", { name, hidden })}
            </SubmitButton>
          </Form>
        )}
      </div>
    </li>
  );
}
