"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { FilesField } from "@/components/form/files-field";
import { OptionsField } from "@/components/form/options-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { ToldField } from "./told-field";

type Props = { fields: ToldField[]; stylesHref: string };

/** The questions of a request type. What depends on other answers is shown and hidden by a style sheet, so it needs no script. */
export function FormFields({ fields, stylesHref }: Props) {
  return (
    <>
      <link rel="stylesheet" href={stylesHref} precedence="form" />
      {fields.map(({ box, ...field }) =>
        box ? (
          <div key={field.name} id={box}>
            <Question {...field} />
          </div>
        ) : (
          <Question key={field.name} {...field} />
        ),
      )}
    </>
  );
}

const Section = ({ label, help }: Pick<ToldField, "label" | "help">) => (
  <div className="form-section" dir="auto">
    <h2>{label}</h2>
    {help && <p>{help}</p>}
  </div>
);

function Question({ input, ...field }: Omit<ToldField, "box">) {
  if ("section" in input) return <Section {...field} />;
  if ("text" in input) return <TextField {...field} {...input.text} />;
  if ("select" in input) return <SelectField {...field} {...input.select} />;
  if ("options" in input) return <OptionsField {...field} {...input.options} />;
  if ("checkbox" in input) return <CheckboxField {...field} {...input.checkbox} />;
  return <FilesField {...field} {...input.files} />;
}
