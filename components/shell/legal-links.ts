import type { Translator } from "@/lib/messages/translate";
import type { DeskSettings } from "@/lib/settings";

/** Those that the desk has set. */
export function legalLinks(
  t: Translator,
  { imprintLink, privacyLink }: Pick<DeskSettings, "imprintLink" | "privacyLink">,
): { href: string; label: string }[] {
  return [
    { href: imprintLink, label: t("shell.imprint") },
    { href: privacyLink, label: t("shell.privacy") },
  ].filter(({ href }) => href !== "");
}
