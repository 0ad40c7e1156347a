import { maxName } from "@/lib/accounts/name-length";
import type { Translator } from "@/lib/messages/translate";
import { TextField } from "./text-field";

type Props = { t: Translator; help?: string; defaultValue?: string };

/** What a person is called at this desk. */
export function NameField({ t, ...rest }: Props) {
  return (
    <TextField
      name="name"
      label={t("accounts.name")}
      need="required"
      autoComplete="name"
      maxLength={maxName}
      {...rest}
    />
  );
}
