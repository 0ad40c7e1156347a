import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readCustomer } from "@/lib/accounts/customers";
import { isAgent } from "@/lib/actor";
import { readerOf } from "@/lib/catalog/audience";
import { readCatalog } from "@/lib/catalog/queries";
import { readPageAs, readParams, type SearchParams } from "@/lib/entry/page";
import { readMailToRaise } from "@/lib/inbound/raise";
import { readTranslator } from "@/lib/messages/translate";
import { listOffered } from "@/lib/organisations/own";
import { choose } from "./actions";
import { CustomerField } from "./customer-field";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("on_behalf.title") };
}

/** Whom it is for, and what kind of request it is. */
export default async function NewRequestPage({ searchParams }: { searchParams: SearchParams }) {
  const { for: asked, mail: asksMail } = await readParams(searchParams, ["for", "mail"]);
  const read = await readPageAs("/agent/new", async (actor, { catalogVersion }) => {
    if (!isAgent(actor)) return null;
    const [customer, mail] = await Promise.all([
      asked === undefined ? null : readCustomer(actor, asked),
      asksMail === undefined ? null : readMailToRaise(actor, asksMail),
    ]);
    if (asksMail !== undefined && !mail) return null;
    // For somebody who is still to be named, of all; whether it is for them is said once they are.
    const reader = customer ? readerOf(actor, await listOffered(customer.id)) : null;
    return { catalog: await readCatalog(reader, catalogVersion, actor.language), customer, mail };
  });
  if (!read) notFound();
  const { catalog, customer, mail } = read;
  const t = await readTranslator();
  const labels = { email: t("on_behalf.email"), name: t("on_behalf.name"), type: t("on_behalf.type") };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        t={t}
        title={t("on_behalf.title")}
        intro={t(mail ? "on_behalf.of_mail" : "on_behalf.intro")}
        breadcrumbs={[
          mail
            ? { href: `/agent/mail/${mail.id}`, label: t("inbox.mail") }
            : { href: "/agent", label: t("agent.queue") },
        ]}
      />
      <Card>
        <Form
          action={choose}
          id="choose"
          labels={labels}
          {...(mail && { hidden: { mail: mail.id } })}
          className="grid gap-6"
        >
          <CustomerField
            label={labels.email}
            help={t("on_behalf.email.help")}
            found={t("on_behalf.found")}
            {...((customer ?? mail) && { defaultValue: customer?.email ?? mail?.from })}
            autoFocus={!(customer ?? mail)}
          />
          {!customer && (
            <TextField
              name="name"
              label={labels.name}
              need="optional"
              help={t("on_behalf.name.help")}
              autoComplete="off"
              {...(mail && { defaultValue: mail.name })}
            />
          )}
          <SelectField
            name="type"
            label={labels.type}
            need="required"
            emptyLabel=""
            groups={catalog.map(({ name, types }) => ({
              label: name,
              options: types.map(({ slug, name: label }) => ({ value: slug, label })),
            }))}
          />
          <SubmitButton className="justify-self-start">{t("on_behalf.go_on")}</SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
