import { FormFields } from "@/components/catalog/form-fields";
import { tellFields } from "@/components/catalog/tell-fields";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FileRules } from "@/lib/attachments/limits";
import type { Clock } from "@/lib/clock";
import type { FileView } from "@/lib/form/file-view";
import type { FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { CorrectionPage } from "@/lib/requests/correct";
import { limits } from "@/lib/requests/input";
import { statusCode } from "@/lib/requests/labels";
import { type RequestView, requestPath } from "@/lib/requests/view";
import { correct } from "./actions";

type Props = {
  request: CorrectionPage;
  view: RequestView;
  draft: FormDraft;
  files: Record<string, FileView[]>;
  fileRules: FileRules;
  t: Translator;
  clock: Clock;
};

/** What a request says, in the form that it was raised with. */
export function CorrectForm({ request, view, draft, files, fileRules, t, clock }: Props) {
  const back = requestPath(request.reference, view);
  const { ofAgents } = request;
  const values = { ...request.answers, ...ofAgents?.answers };
  const fields = tellFields(
    { formId: "correct", fields: request.fields, values, unsent: files, fileRules },
    t,
  );
  const styles = view === "agent" ? "/agent/conditions.css" : `/catalog/${request.typeSlug}/conditions.css`;
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return (
    <>
      {!request.isOpen && (
        <Banner
          tone="warn"
          title={t("corrections.not_open", { status: t(statusCode(request.status, view)) })}
          className="mb-6"
          action={
            <ButtonLink href={back} size="small">
              {t("corrections.not_open.open")}
            </ButtonLink>
          }
        >
          {t("corrections.not_open.text")}
        </Banner>
      )}
      <Card>
        <Form
          action={correct}
          id="correct"
          labels={{ summary: t("corrections.summary"), ...labels }}
          draft={draft}
          keptLine={<DraftNotice t={t} draft={draft} clock={clock} />}
          className="grid gap-7"
        >
          <input type="hidden" name="reference" value={request.reference} />
          <input type="hidden" name="view" value={view} />
          <input type="hidden" name="formVersionId" value={request.formVersionId} />
          <HiddenField name="edition" value={request.edition} />
          {ofAgents && <HiddenField name="agentEdition" value={ofAgents.edition} />}
          <TextField
            name="summary"
            label={t("corrections.summary")}
            need="required"
            help={t("corrections.summary.help", { max: limits.summary })}
            maxLength={limits.summary}
            defaultValue={request.summary}
          />
          <FormFields fields={fields} stylesHref={`${styles}?form=${request.formVersionId}&for=correct`} />
          <div className="flex flex-wrap items-center gap-3 border-line border-t pt-6">
            <SubmitButton size="large">{t("corrections.save")}</SubmitButton>
            <ButtonLink href={back} size="large" variant="quiet">
              {t("corrections.leave")}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
