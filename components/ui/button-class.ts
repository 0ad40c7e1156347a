export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return `button button-${variant}${size === "medium" ? "" : ` button-${size}`}`;
}
