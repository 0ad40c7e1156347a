import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { OptionsField } from "@/components/form/options-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readLinkPage } from "@/lib/desk/linked";
import { readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { requestPath } from "@/lib/requests/view";
import { OnwardFields } from "../onward-fields";
import { link } from "./actions";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("linked.add") };
}

/** Which request this one is linked with, and how. */
export default async function LinkPage({ params }: Props) {
  const { reference: named } = await params;
  const request = await readPageAs(`${requestPath(named, "agent")}/link`, actor =>
    readLinkPage(actor, named),
  );
  if (!request) notFound();
  const { reference, summary, version, latest, isOpen, others } = request;
  const t = await readTranslator();
  const back = requestPath(reference, "agent");
  const labels = { other: t("linked.other"), kind: t("linked.kind"), resolves: t("linked.resolves") };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        t={t}
        title={t("linked.add")}
        intro={summary}
        breadcrumbs={[
          { href: "/agent", label: t("agent.queue") },
          { href: back, label: reference },
        ]}
      />
      <Card>
        <Form
          action={link}
          id="link"
          labels={labels}
          hidden={{ reference }}
          className="group/link grid gap-6"
        >
          <OnwardFields path={back} />
          <HiddenField name="version" value={version} />
          <HiddenField name="seen" value={latest} />
          <TextField
            name="other"
            label={labels.other}
            help={t("linked.other.help")}
            need="required"
            autoComplete="off"
            list="linkable"
            autoFocus
          />
          <datalist id="linkable">
            {others.map(other => (
              <option key={other.reference} value={other.reference}>
                {other.summary}
              </option>
            ))}
          </datalist>
          <OptionsField
            name="kind"
            label={labels.kind}
            options={(["related", "duplicate"] as const).map(value => ({
              ...{ value, label: t(`linked.kind.${value}`) },
            }))}
            defaultValue="related"
          />
          {isOpen && (
            <div className="hidden group-has-[[value=duplicate]:checked]/link:block">
              <CheckboxField name="resolves" label={labels.resolves} help={t("linked.resolves.help")} />
            </div>
          )}
          <div className="flex flex-wrap items-center gap-3 border-line border-t pt-6">
            <SubmitButton size="large">{t("linked.save")}</SubmitButton>
            <ButtonLink href={back} size="large" variant="quiet">
              {t("corrections.leave")}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  );
}
