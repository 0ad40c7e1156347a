import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { OptionsField } from "@/components/form/options-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { undoSeconds } from "@/lib/desk/undo";
import { maxSignature, readWriting } from "@/lib/desk/writing";
import { readPageAs, readPageSettings, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { writingPath } from "@/lib/requests/view";
import { save } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("writing.title") };
}

export default async function WritingPage({ searchParams }: { searchParams: SearchParams }) {
  const isSaved = (await readParam(searchParams, "saved")) === "yes";
  const settings = await readPageSettings();
  const { undoes, signature } = await readPageAs(writingPath, actor => readWriting(actor, settings));
  const t = await readTranslator();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        breadcrumbs={[{ href: "/settings", label: t("accounts.settings") }]}
        title={t("writing.title")}
        intro={t("writing.intro")}
      />
      {isSaved && (
        <Banner tone="good" role="status" className="mb-6">
          {t("writing.saved")}
        </Banner>
      )}
      <Card>
        <Form
          key={JSON.stringify([undoes, signature])}
          action={save}
          id="writing"
          labels={{ undo: t("writing.undo"), signature: t("writing.signature") }}
          className="grid gap-6"
        >
          <OptionsField
            name="undo"
            label={t("writing.undo")}
            help={t(settings.undo === "never" ? "writing.undo.never" : "writing.undo.help")}
            options={[
              { value: "yes", label: t("writing.undo.yes", { seconds: undoSeconds }) },
              { value: "no", label: t("writing.undo.no") },
            ]}
            defaultValue={undoes ? "yes" : "no"}
          />
          <TextField
            name="signature"
            label={t("writing.signature")}
            help={t("writing.signature.help")}
            rows={4}
            maxLength={maxSignature}
            defaultValue={signature}
          />
          <SubmitButton className="justify-self-start" working={t("notifications.saving")}>
            {t("notifications.save")}
          </SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
