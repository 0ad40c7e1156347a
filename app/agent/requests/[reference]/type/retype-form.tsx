import { FormFields } from "@/components/catalog/form-fields";
import { tellFields } from "@/components/catalog/tell-fields";
import { DraftNotice } from "@/components/form/draft-notice";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Answers } from "@/components/requests/answers";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FileRules } from "@/lib/attachments/limits";
import { carryOver } from "@/lib/catalog/carry-over";
import { describeAnswers } from "@/lib/catalog/describe";
import { fieldsIn } from "@/lib/catalog/field-texts";
import type { Field } from "@/lib/catalog/fields";
import { forAgents, forCustomers } from "@/lib/catalog/for-agents";
import type { RequestForm } from "@/lib/catalog/queries";
import type { Clock } from "@/lib/clock";
import type { FileView } from "@/lib/form/file-view";
import type { FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { CorrectionPage } from "@/lib/requests/correct";
import { requestPath } from "@/lib/requests/view";
import { OnwardFields } from "../onward-fields";
import { retype } from "./actions";

type Props = {
  request: CorrectionPage;
  chosen: {
    form: RequestForm;
    /** What that asks customers, and agents. */
    whole: Field[];
    /** Where the request goes, because nobody has it. */
    team: string | null;
    draft: FormDraft;
    files: Record<string, FileView[]>;
  };
  fileRules: FileRules;
  t: Translator;
  clock: Clock;
};

/** What of the request stays behind, and the form of the new type with what fits it. */
export function RetypeForm({ request, chosen, fileRules, t, clock }: Props) {
  const { form, whole, team, draft, files } = chosen;
  const asked = fieldsIn(request.fields, t.language);
  const own = carryOver(forCustomers(asked), request.answers, form.fields);
  const ofAgents = carryOver(forAgents(asked), request.ofAgents?.answers ?? {}, forAgents(whole));
  const leftLines = describeAnswers(forCustomers(asked), own.left, clock);
  const leftOfAgents = describeAnswers(forAgents(asked), ofAgents.left, clock);
  const values = { ...own.carried, ...ofAgents.carried };
  const fields = tellFields({ formId: "retype", fields: whole, values, unsent: files, fileRules }, t);
  return (
    <div className="grid gap-6">
      {leftLines.length > 0 && (
        <Card id="left" title={t("type_change.left")} intro={t("type_change.left.text")}>
          <Answers answers={leftLines} t={t} />
        </Card>
      )}
      {leftOfAgents.length > 0 && (
        <Card id="left-agents" title={t("type_change.left.agents")} intro={t("type_change.left.agents.text")}>
          <Answers answers={leftOfAgents} t={t} />
        </Card>
      )}
      <Card id="new" title={form.name} intro={t("type_change.new")}>
        <Form
          action={retype}
          id="retype"
          labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
          draft={draft}
          keptLine={<DraftNotice t={t} draft={draft} clock={clock} />}
          className="grid gap-7"
        >
          <input type="hidden" name="reference" value={request.reference} />
          <input type="hidden" name="from" value={request.formVersionId} />
          <input type="hidden" name="formVersionId" value={form.formVersionId} />
          <OnwardFields path={requestPath(request.reference, "agent")} />
          <HiddenField name="edition" value={request.edition} />
          <HiddenField name="agentEdition" value={request.ofAgents?.edition ?? 0} />
          <HiddenField name="losing" value={0} />
          <FormFields
            fields={fields}
            stylesHref={`/agent/conditions.css?form=${form.formVersionId}&for=retype`}
          />
          {team && <p className="text-ink-soft text-sm">{t("type_change.team", { team })}</p>}
          <div className="flex flex-wrap items-center gap-3 border-line border-t pt-6">
            <SubmitButton size="large">{t("type_change.save")}</SubmitButton>
            <ButtonLink href={requestPath(request.reference, "agent")} size="large" variant="quiet">
              {t("corrections.leave")}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  );
}
