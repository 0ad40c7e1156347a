import { assign, claim } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { RequestInView } from "@/lib/requests/view";

type Words = { label: string; working: string };

export type ToldAssigning = {
  assigneeId?: string;
  /** Where nobody has it. */
  claim?: Words;
  /** `[id, name]` of each agent. */
  agents: [id: string, name: string][];
  assign: string;
  agent: string;
  nobody: string;
  save: Words;
};

/** Take it oneself in one click, or give it to somebody. */
export function AssignForms({ on, told }: { on: RequestInView; told: ToldAssigning }) {
  const { assigneeId, agents, agent, nobody, save } = told;
  return (
    <div className="mt-4 grid gap-3">
      {told.claim && (
        <FormBody action={claim} id="claim" labels={{}} hidden={on} className="grid gap-3">
          <SubmitButton className="w-full" working={told.claim.working}>
            {told.claim.label}
          </SubmitButton>
        </FormBody>
      )}
      <Disclosure key={assigneeId ?? "nobody"} label={told.assign} size="small">
        <FormBody
          action={assign}
          id="assign"
          labels={{ to: agent }}
          hidden={{ ...on, ...(assigneeId && { from: assigneeId }) }}
          className="grid gap-4"
        >
          <SelectField
            name="to"
            label={agent}
            options={agents.map(([value, label]) => ({ value, label }))}
            defaultValue={assigneeId}
            emptyLabel={nobody}
          />
          <SubmitButton
            variant="secondary"
            size="small"
            className="justify-self-start"
            working={save.working}
          >
            {save.label}
          </SubmitButton>
        </FormBody>
      </Disclosure>
    </div>
  );
}
