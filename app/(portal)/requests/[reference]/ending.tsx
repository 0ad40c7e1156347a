import { Day } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  request: { isOver: boolean; canFollow: boolean };
  until: string;
  mayReopen: boolean;
  clock: Clock;
  t: Translator;
};

/** What can still become of a resolved request, and until when. */
export function Ending({ request: { isOver, canFollow }, until, mayReopen, clock, t }: Props) {
  const code = mayReopen
    ? "requests.reopen_until"
    : isOver
      ? "requests.reopen_until.over"
      : "requests.reopen_until.by_requester";
  return (
    <p className="text-ink-soft text-sm">
      {t.rich(code, { day: <Day at={until} clock={clock} /> })}
      {canFollow && ` ${t("requests.reopen_until.may_follow")}`}
    </p>
  );
}
