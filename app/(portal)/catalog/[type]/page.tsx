import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { KeptLine } from "@/components/form/kept-line";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { FormFields } from "@/components/request/form-fields";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { answerName } from "@/lib/catalog/conditions";
import { readForm } from "@/lib/catalog/queries";
import { readDraft } from "@/lib/drafts/drafts";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { limits } from "@/lib/requests/input";
import { raiseRequest } from "./actions";

type Props = { params: Promise<{ type: string }> };

export const metadata: Metadata = { title: "Raise a request" };

export default async function RaisePage({ params }: Props) {
  const { type } = await params;
  const read = await readPageAs(`/catalog/${encodeURIComponent(type)}`, async actor => {
    const form = await readForm(type);
    if (!form) return null;
    const names = ["summary", ...form.fields.map(({ key }) => answerName(key))];
    return { form, draft: await readDraft(actor, `raise:${form.slug}`, names) };
  });
  if (!read) notFound();
  const { form, draft } = read;
  const clock = await pageClock();
  const labels = Object.fromEntries(form.fields.map(({ key, label }) => [`answers.${key}`, label]));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={form.name}
        intro={form.description}
        breadcrumbs={[{ href: "/", label: "All request types" }]}
        meta={form.categoryName}
      />
      <Card>
        <Form
          draft={draft}
          keptLine={<KeptLine draft={draft} clock={clock} />}
          action={raiseRequest}
          id="raise"
          labels={{ summary: "Summary", ...labels }}
          className="grid gap-7"
        >
          <input type="hidden" name="formVersionId" value={form.formVersionId} />
          <input type="hidden" name="submissionKey" value={randomUUID()} />
          <TextField
            name="summary"
            label="Summary"
            need="required"
            help={`One line that says what it is about. At most ${limits.summary} characters.`}
            maxLength={limits.summary}
          />
          <FormFields
            formId="raise"
            fields={form.fields}
            stylesHref={`/catalog/${form.slug}/conditions.css?form=${form.formVersionId}`}
          />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-t pt-6">
            <SubmitButton size="large">Send request</SubmitButton>
            <p className="text-ink-soft text-sm">You get a confirmation by e-mail.</p>
          </div>
        </Form>
      </Card>
    </div>
  );
}
