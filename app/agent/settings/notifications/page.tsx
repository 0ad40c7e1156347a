import type { Metadata } from "next";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readOwnChoices, topics, waits, ways } from "@/lib/notifications/choices";
import { choicesPath } from "@/lib/requests/view";
import { save } from "./actions";
import { DesktopPermission } from "./desktop-permission";
import { WaysTable } from "./ways-field";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("notifications.choices") };
}

export default async function ChoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const isSaved = (await readParam(searchParams, "saved")) === "yes";
  const choices = await readPageAs(choicesPath, readOwnChoices);
  const t = await readTranslator();
  const labels = {
    ...Object.fromEntries(topics.map(topic => [`ways.${topic}`, t(`notifications.topic.${topic}`)])),
    wait: t("notifications.choices.wait"),
    sound: t("notifications.choices.sound"),
  };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        breadcrumbs={[
          { href: "/settings", label: t("accounts.settings") },
          { href: "/settings/notifications", label: t("notifications.title") },
        ]}
        title={t("notifications.choices")}
        intro={t("notifications.choices.intro")}
      />
      {isSaved && (
        <Banner tone="good" role="status" className="mb-6">
          {t("notifications.pace.saved")}
        </Banner>
      )}
      <Card>
        <Form
          key={JSON.stringify(choices)}
          action={save}
          id="choices"
          labels={labels}
          className="grid grid-cols-[minmax(0,1fr)] gap-6"
        >
          <WaysTable
            caption={t("notifications.choices")}
            topic={t("notifications.choices.topic")}
            ways={ways.map(value => ({ value, label: t(`notifications.way.${value}`) }))}
            rows={topics.map(topic => ({
              name: `ways.${topic}`,
              label: t(`notifications.topic.${topic}`),
              chosen: choices.ways[topic],
            }))}
          />
          <SelectField
            name="wait"
            label={labels.wait}
            options={waits.map(minutes => ({
              value: String(minutes),
              label: t("notifications.choices.minutes", { minutes }),
            }))}
            defaultValue={String(choices.wait)}
          />
          <CheckboxField
            name="sound"
            label={labels.sound}
            help={t("notifications.choices.sound.help")}
            defaultValue={choices.hasSound ? "yes" : ""}
          />
          <SubmitButton className="justify-self-start" working={t("notifications.saving")}>
            {t("notifications.save")}
          </SubmitButton>
        </Form>
      </Card>
      <Card title={t("notifications.desktop")} id="desktop" className="mt-6">
        <DesktopPermission
          words={{
            unscripted: t("notifications.desktop.unscripted"),
            ask: t("notifications.desktop.ask"),
            allow: t("notifications.desktop.allow"),
            granted: t("notifications.desktop.granted"),
            try: t("notifications.desktop.try"),
            tried: t("notifications.desktop.tried"),
            sample: t("notifications.desktop.sample"),
            denied: t("notifications.desktop.denied"),
            insecure: t("notifications.desktop.insecure"),
            unsupported: t("notifications.desktop.unsupported"),
          }}
        />
      </Card>
    </div>
  );
}
