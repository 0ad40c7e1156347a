import { tellUntil } from "@/components/desk/tell-until";
import { tellPieces } from "@/components/requests/telling";
import { placeName } from "@/lib/accounts/time-zones";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import { snoozeTimes } from "@/lib/desk/snooze-times";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { ToldSnooze } from "./snooze-form";

export function tellSnooze(
  { snoozedUntil }: Pick<DeskPage, "snoozedUntil">,
  t: Translator,
  clock: Clock,
): ToldSnooze {
  const at = new Date(clock.now);
  return {
    label: t(snoozedUntil ? "agent.snooze.again" : "agent.snooze"),
    ...(snoozedUntil && {
      now: {
        said: tellPieces(t, "agent.snooze.until", { time: { time: tellUntil(snoozedUntil, clock) } }),
        wake: { label: t("agent.snooze.wake"), working: t("agent.snooze.waking") },
      },
    }),
    presets: snoozeTimes(at, clock.timeZone).map(({ preset, until }) => ({
      preset,
      label: t(`agent.snooze.${preset}`),
      time: sayDate(until, clock, preset === "later_today" ? "time" : "weekdayTime"),
    })),
    other: {
      label: t("agent.snooze.other"),
      help: t("agent.snooze.other.help", { zone: placeName(clock.timeZone) }),
      min: sayDate(at, { language: "sv-SE", timeZone: clock.timeZone }, "spreadsheet").replace(" ", "T"),
    },
    working: t("agent.snooze.working"),
  };
}
