import type { Need } from "@/components/form/field";
import { TextField } from "@/components/form/text-field";
import type { Translator } from "@/lib/messages/translate";
import { maxAtOnce } from "@/lib/sharing/input";

type Props = { t: Translator; label: string; need: Need };

/** Addresses of the people to share with; the same words wherever it stands. */
export function ShareField({ t, label, need }: Props) {
  return (
    <TextField
      name="shareWith"
      label={label}
      need={need}
      rows={2}
      inputMode="email"
      maxLength={10_000}
      help={t("sharing.share.help", { max: maxAtOnce })}
    />
  );
}
