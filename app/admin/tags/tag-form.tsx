import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { tagColours } from "@/lib/tags/colours";
import { maxTagName } from "@/lib/tags/input";
import type { TagChoice } from "@/lib/tags/read";

type Props = {
  t: Translator;
  id: string;
  action: FormAction;
  /** Missing for a new one. */
  tag?: TagChoice;
  button: string;
};

export function TagForm({ t, id, action, tag, button }: Props) {
  const labels = { name: t("tags.name"), colour: t("tags.colour") };
  return (
    <Form
      action={action}
      id={id}
      labels={labels}
      hidden={tag ? { slug: tag.slug } : {}}
      className="grid gap-4"
    >
      <TextField
        name="name"
        label={labels.name}
        need="required"
        maxLength={maxTagName}
        autoComplete="off"
        {...(tag && { defaultValue: tag.name })}
      />
      <SelectField
        name="colour"
        label={labels.colour}
        options={tagColours.map(value => ({ value, label: t(`tags.colour.${value}`) }))}
        defaultValue={tag?.colour ?? "grey"}
      />
      <SubmitButton className="justify-self-start" working={t("tags.saving")}>
        {button}
      </SubmitButton>
    </Form>
  );
}
