import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { OnRequest } from "@/components/requests/on-request";
import { Disclosure } from "@/components/ui/disclosure";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";

type Props = {
  on: RequestInView;
  request: Pick<DeskPage, "assignee" | "agents">;
  claim: FormAction;
  assign: FormAction;
};

/** Take it oneself in one click, or give it to somebody. */
export function AssignForms({ on, request, claim, assign }: Props) {
  const { assignee, agents } = request;
  const options = agents.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="mt-4 grid gap-3">
      {!assignee && (
        <Form action={claim} id="claim" labels={{}} className="grid gap-3">
          <OnRequest {...on} />
          <SubmitButton className="w-full" working="Claiming…">
            Claim
          </SubmitButton>
        </Form>
      )}
      <Disclosure
        key={assignee?.id ?? "nobody"}
        label={assignee ? "Give to somebody else" : "Assign"}
        size="small"
      >
        <Form action={assign} id="assign" labels={{ to: "Agent" }} className="grid gap-4">
          <OnRequest {...on} />
          {assignee && <input type="hidden" name="from" value={assignee.id} />}
          <SelectField
            name="to"
            label="Agent"
            options={options}
            defaultValue={assignee?.id}
            emptyLabel="Nobody"
          />
          <SubmitButton variant="secondary" size="small" className="justify-self-start" working="Saving…">
            Save
          </SubmitButton>
        </Form>
      </Disclosure>
    </div>
  );
}
