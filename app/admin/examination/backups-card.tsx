import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; lastBackup: Date | null; clock: Clock };

/** Shows when the last backup was reported, and the command that reports one: the desk cannot see backups itself. */
export function BackupsCard({ t, lastBackup, clock }: Props) {
  const command = (words: ReactNode) => <code>{words}</code>;
  return (
    <Card title={t("administration.backups")} id="backups">
      <div className="grid max-w-prose gap-2 text-sm">
        <p className="text-ink">
          {lastBackup
            ? t.rich("administration.backups.last", {
                time: <Time at={lastBackup.toISOString()} clock={clock} />,
              })
            : t("administration.backups.none")}
        </p>
        <p className="wrap-anywhere text-ink-soft">{t.rich("administration.backups.how", { command })}</p>
      </div>
    </Card>
  );
}
