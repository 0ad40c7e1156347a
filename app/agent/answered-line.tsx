import { Icon } from "@/components/ui/icon";
import { readParam, type SearchParams } from "@/lib/entry/page";
import type { Translator } from "@/lib/messages/translate";
import { numberOf } from "@/lib/requests/reference";
import { requestPath } from "@/lib/requests/view";

/** Says what was just sent, on the page that it led on to, and leads back. */
export async function AnsweredLine({ searchParams, t }: { searchParams: SearchParams; t: Translator }) {
  const reference = await readParam(searchParams, "answered");
  if (!reference || numberOf(reference) === null) return null;
  return (
    <p role="status" className="answered-line">
      <Icon name="circle-check" />
      {t("agent.answered", { reference })}
      <a href={requestPath(reference, "agent")}>{t("agent.answered.back", { reference })}</a>
    </p>
  );
}
