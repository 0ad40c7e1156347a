import type { Need } from "@/components/form/field";
import { TextField } from "@/components/form/text-field";

/** Addresses of the people to share with; the same words wherever it stands. */
export function ShareField({ label, need }: { label: string; need: Need }) {
  return (
    <TextField
      name="shareWith"
      label={label}
      need={need}
      rows={2}
      inputMode="email"
      maxLength={10_000}
      help="Up to 10, separated by commas, spaces or line breaks. Each person gets an email and, once they accept, can see the whole request and everything written in it."
    />
  );
}
