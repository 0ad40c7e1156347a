import type { Metadata } from "next";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { now } from "@/lib/clock";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { maxListed } from "@/lib/people/list-lines";
import { readList } from "@/lib/people/listed";
import { InviteeFields } from "../invitee-fields";
import { readListOf } from "./actions";
import { Preview } from "./preview";

const path = "/admin/people/invitations";
const roles = ["customer", "agent", "admin"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("people.by_list") };
}

export default async function ListPage() {
  const lines = await readPageAs(`${path}/list`, actor => readList(actor, now()));
  const [clock, t] = await Promise.all([pageClock(), readTranslator()]);
  const labels = {
    list: t("people.by_list.file"),
    role: t("people.by_list.role"),
    language: t("people.by_list.language"),
  };
  return (
    <>
      <PageHeader
        t={t}
        title={t("people.by_list")}
        breadcrumbs={[
          { href: "/admin/people", label: t("people.title") },
          { href: path, label: t("people.invite") },
        ]}
        intro={t("people.by_list.intro")}
      />
      <div className="grid gap-6">
        {lines && <Preview t={t} lines={lines} language={clock.language} />}
        <Card>
          <Form
            key={lines?.length ?? 0}
            action={readListOf}
            id="list"
            labels={labels}
            className="grid max-w-lg gap-5"
          >
            <FileField
              name="list"
              label={labels.list}
              help={t("people.by_list.file.help", { max: maxListed })}
              accept=".csv,.txt,.tsv,text/csv,text/plain"
            />
            <InviteeFields {...{ t, clock, roles, labels }} usualRole="customer" />
            <SubmitButton className="justify-self-start">{t("people.by_list.read")}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
