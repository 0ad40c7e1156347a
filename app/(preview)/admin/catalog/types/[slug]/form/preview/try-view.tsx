"use client";

import { useEffect, useRef } from "react";
import { FormFields } from "@/components/catalog/form-fields";
import type { ToldField } from "@/components/catalog/told-field";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { tryAnswers } from "./actions";

type Props = {
  slug: string;
  /** Agents, where they are those who are asked. */
  as?: string;
  summary: { label: string; help: string; maxLength: number };
  fields: ToldField[];
  stylesHref: string;
  send: string;
};

export function TryView({ slug, as, summary, fields, stylesHref, send }: Props) {
  const box = useRef<HTMLDivElement>(null);

  // Files would be kept, and for nothing.
  useEffect(() => {
    for (const files of box.current?.querySelectorAll<HTMLElement>("[data-files]") ?? []) files.inert = true;
  }, []);

  return (
    <div ref={box}>
      <Card>
        <FormBody
          action={tryAnswers}
          id="raise"
          labels={{
            summary: summary.label,
            ...Object.fromEntries(fields.map(({ name, label }) => [name, label])),
          }}
          hidden={{ slug, ...(as && { as }) }}
          className="grid gap-7"
        >
          <TextField name="summary" need="required" {...summary} />
          <FormFields fields={fields} stylesHref={stylesHref} />
          <div className="border-line border-t pt-6">
            <SubmitButton size="large">{send}</SubmitButton>
          </div>
        </FormBody>
      </Card>
    </div>
  );
}
