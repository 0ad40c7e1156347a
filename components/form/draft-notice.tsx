import { buttonClass } from "@/components/ui/button-class";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; draft: FormDraft; clock: Clock };

export function DraftNotice({ t, draft: { person, place, kept }, clock }: Props) {
  if (!kept) return null;
  const time = <Time at={kept.at} clock={clock} />;
  return (
    <form
      method="post"
      action="/api/drafts/afresh"
      data-afresh={place}
      className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg bg-sunken px-4 py-2 text-ink-soft text-sm"
    >
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="place" value={place} />
      <p>{t.rich("forms.draft.kept", { time })}</p>
      <button type="submit" className={buttonClass("quiet", "small")}>
        {t("forms.draft.discard")}
      </button>
    </form>
  );
}
