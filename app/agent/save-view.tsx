"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useSpelled } from "@/components/messages/agent-texts";
import { Disclosure } from "@/components/ui/disclosure";
import type { Numbered } from "@/lib/messages/numbered";
import { save } from "./actions";

export type ToldSaving = {
  label: string;
  name: string;
  maxLength: number;
  /** For those who may. */
  shared?: string;
  submit: string;
  working: string;
};

/** Keeps a list, as its address says it, under a name. */
export function SaveView({ query, told }: { query: string; told: Numbered<ToldSaving> }) {
  const { label, name, maxLength, shared, submit, working } = useSpelled(told);
  return (
    <Disclosure label={label} icon="bookmark" variant="quiet" size="small" id="save-view">
      <FormBody
        action={save}
        id="save"
        labels={{ name, ...(shared && { shared }) }}
        hidden={{ query }}
        className="grid gap-4"
      >
        <TextField name="name" label={name} need="required" maxLength={maxLength} />
        {shared && <CheckboxField name="shared" label={shared} />}
        <div>
          <SubmitButton size="small" working={working}>
            {submit}
          </SubmitButton>
        </div>
      </FormBody>
    </Disclosure>
  );
}
