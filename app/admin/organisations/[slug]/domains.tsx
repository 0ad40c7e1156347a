import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { OrganisationPage } from "@/lib/organisations/read";
import { dropDomain, joinByDomain } from "../actions";

type Props = { t: Translator; organisation: OrganisationPage };

export function Domains({ t, organisation: { slug, domains } }: Props) {
  return (
    <Card title={t("organisations.domains")} id="domains" intro={t("organisations.domains.intro")}>
      {domains.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("organisations.domains.none")}</p>
      ) : (
        <ul className="grid gap-2">
          {domains.map(domain => (
            <li key={domain} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span className="wrap-anywhere font-medium text-ink text-sm">{domain}</span>
              <Form action={dropDomain} id={`drop-${domain}`} labels={{}} hidden={{ slug, domain }}>
                <SubmitButton variant="secondary" size="small">
                  {t.rich("organisations.domain.remove", {
                    domain,
                    hidden: words => <span className="sr-only">{words}</span>,
                  })}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form
        key={domains.join()}
        action={joinByDomain}
        id="domain"
        labels={{ domain: t("organisations.domain") }}
        hidden={{ slug }}
        className="mt-6 grid gap-4"
      >
        <TextField
          name="domain"
          label={t("organisations.domain")}
          help={t("organisations.domain.help")}
          autoComplete="off"
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("organisations.domain.add")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
