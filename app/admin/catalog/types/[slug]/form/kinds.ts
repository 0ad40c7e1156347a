import type { FieldKind } from "@/lib/catalog/fields";

/** In the order in which they are offered. */
export const kinds = [
  "text",
  "long_text",
  "single_choice",
  "multiple_choice",
  "checkbox",
  "number",
  "date",
  "date_time",
  "email",
  "phone",
  "url",
  "file",
] as const satisfies FieldKind[];
