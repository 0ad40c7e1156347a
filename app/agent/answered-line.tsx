import { Icon } from "@/components/ui/icon";
import { readParam, type SearchParams } from "@/lib/entry/page";
import type { Translator } from "@/lib/messages/translate";
import { numberOf } from "@/lib/requests/reference";
import { requestPath } from "@/lib/requests/view";

/** Says what was just sent, or what has left the list or its agent's sight, on the page that it led on to, and leads back. */
export async function AnsweredLine({ searchParams, t }: { searchParams: SearchParams; t: Translator }) {
  const answered = await readParam(searchParams, "answered");
  const gone = await readParam(searchParams, "gone");
  const reference = answered ?? gone ?? (await readParam(searchParams, "left"));
  if (!reference || numberOf(reference) === null) return null;
  const isGone = reference === gone;
  return (
    <p role="status" className="answered-line">
      <Icon name="circle-check" />
      {t(isGone ? "agent.gone" : answered ? "agent.answered" : "agent.left", { reference })}
      {!isGone && <a href={requestPath(reference, "agent")}>{t("agent.answered.back", { reference })}</a>}
    </p>
  );
}
