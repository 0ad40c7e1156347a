import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";

type Props = {
  t: Translator;
  on: RequestInView;
  request: Pick<DeskPage, "assignee" | "agents">;
  claim: FormAction;
  assign: FormAction;
};

/** Take it oneself in one click, or give it to somebody. */
export function AssignForms({ t, on, request, claim, assign }: Props) {
  const { assignee, agents } = request;
  const options = agents.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="mt-4 grid gap-3">
      {!assignee && (
        <Form action={claim} id="claim" labels={{}} hidden={on} className="grid gap-3">
          <SubmitButton className="w-full" working={t("agent.claim.working")}>
            {t("agent.claim")}
          </SubmitButton>
        </Form>
      )}
      <Disclosure
        key={assignee?.id ?? "nobody"}
        label={t(assignee ? "agent.assign.other" : "agent.assign")}
        size="small"
      >
        <Form
          action={assign}
          id="assign"
          labels={{ to: t("agent.assign.agent") }}
          hidden={{ ...on, ...(assignee && { from: assignee.id }) }}
          className="grid gap-4"
        >
          <SelectField
            name="to"
            label={t("agent.assign.agent")}
            options={options}
            defaultValue={assignee?.id}
            emptyLabel={t("agent.assign.nobody")}
          />
          <SubmitButton
            variant="secondary"
            size="small"
            className="justify-self-start"
            working={t("agent.assign.working")}
          >
            {t("agent.assign.save")}
          </SubmitButton>
        </Form>
      </Disclosure>
    </div>
  );
}
