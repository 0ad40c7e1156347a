import type { Need } from "@/components/form/field";
import { TextField } from "@/components/form/text-field";

/** Addresses of the people to share with. */
export const ShareField = (props: { label: string; help: string; maxLength: number; need: Need }) => (
  <TextField name="shareWith" rows={2} inputMode="email" {...props} />
);
