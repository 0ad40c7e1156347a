import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormFields } from "@/components/catalog/form-fields";
import { tellFields } from "@/components/catalog/tell-fields";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readCustomer } from "@/lib/accounts/customers";
import { fileRules } from "@/lib/attachments/inspect";
import { readerOf } from "@/lib/catalog/audience";
import { keptNames } from "@/lib/catalog/conditions";
import { withoutNeed } from "@/lib/catalog/for-agents";
import { readFormFor, readWholeForm } from "@/lib/catalog/queries";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { pageClock, readPageAs, readPageSettings, readParams, type SearchParams } from "@/lib/entry/page";
import { answersFrom, readMailToRaise } from "@/lib/inbound/raise";
import { readTranslator } from "@/lib/messages/translate";
import { listOffered } from "@/lib/organisations/own";
import { limits } from "@/lib/requests/input";
import { raise } from "../actions";

type Props = { params: Promise<{ type: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("on_behalf.title") };
}

/** The form of a request type, filled in for somebody else. */
export default async function RaiseForPage({ params, searchParams }: Props) {
  const { type } = await params;
  const { for: id, mail: asksMail } = await readParams(searchParams, ["for", "mail"]);
  const asked = new URLSearchParams({ for: id ?? "", ...(asksMail && { mail: asksMail }) });
  const path = `/agent/new/${encodeURIComponent(type)}?${asked}`;
  const read = await readPageAs(path, async (actor, { catalogVersion }) => {
    const [customer, mail] = await Promise.all([
      id === undefined ? null : readCustomer(actor, id),
      asksMail === undefined ? null : readMailToRaise(actor, asksMail),
    ]);
    if (!customer || (asksMail !== undefined && !mail)) return null;
    const offered = await listOffered(customer.id);
    const form = await readFormFor(readerOf(actor, offered), type, catalogVersion, actor.language);
    if (!form) return null;
    // What was begun for the customer must not turn up in place of what the mail says, nor the other way round.
    const formId = mail ? `mail-${mail.id.slice(-12)}` : "raise";
    const whole = withoutNeed((await readWholeForm(form.formVersionId)) ?? form.fields);
    const names = ["summary", "organisation", ...keptNames(whole)];
    const place = placeOfForm(`/agent/new/${form.slug}?for=${customer.id}`, formId);
    const unsent = await readUnsent(actor, place, names);
    return { form, whole, customer, mail, formId, offered, ...unsent };
  });
  if (!read) notFound();
  const { form, whole, customer, mail, formId, offered, draft, files } = read;
  const { name, email, awaitsSignUp } = customer;
  const t = await readTranslator();
  const rules = fileRules(await readPageSettings());
  const carried = mail && answersFrom(form.fields, mail);
  const fields = tellFields(
    {
      ...{ formId, fields: whole, unsent: files, fileRules: rules },
      ...(carried && { values: carried.values }),
    },
    t,
  );
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={form.name}
        intro={t.rich(awaitsSignUp ? "on_behalf.for.no_account" : "on_behalf.for", {
          ...{ name, email },
          who: words => <b>{words}</b>,
        })}
        breadcrumbs={[
          { href: "/agent", label: t("agent.queue") },
          {
            href: `/agent/new?for=${customer.id}${mail ? `&mail=${mail.id}` : ""}`,
            label: t("on_behalf.title"),
          },
        ]}
      />
      <Card>
        <Form
          action={raise}
          id={formId}
          draft={draft}
          {...(draft.kept && { keptLine: <DraftNotice t={t} draft={draft} clock={await pageClock()} /> })}
          labels={{
            summary: t("catalog.raise.summary"),
            organisation: t("on_behalf.organisation"),
            ...Object.fromEntries(fields.map(({ name: field, label }) => [field, label])),
          }}
          hidden={{
            ...{ formVersionId: form.formVersionId, customer: customer.id },
            ...(mail && { mail: mail.id }),
          }}
          className="grid gap-7"
        >
          <HiddenField name="submissionKey" value={randomUUID()} />
          <TextField
            name="summary"
            label={t("catalog.raise.summary")}
            help={t("catalog.raise.summary.help", { max: limits.summary })}
            need="required"
            maxLength={limits.summary}
            {...(mail && { defaultValue: mail.summary })}
          />
          <FormFields
            fields={fields}
            stylesHref={`/agent/conditions.css?form=${form.formVersionId}&for=${formId}`}
          />
          {offered.length > 1 && (
            <SelectField
              name="organisation"
              label={t("on_behalf.organisation")}
              help={t("on_behalf.organisation.help")}
              need="required"
              emptyLabel=""
              options={offered.map(({ slug, name: label }) => ({ value: slug, label }))}
            />
          )}
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-t pt-6">
            <SubmitButton size="large">{t("on_behalf.send")}</SubmitButton>
            <p className="text-ink-soft text-sm">
              {t("on_behalf.confirmation", { name })}
              {carried && (carried.left.words || carried.left.files.length > 0) && (
                <> {t("on_behalf.left")}</>
              )}
            </p>
          </div>
        </Form>
      </Card>
    </div>
  );
}
