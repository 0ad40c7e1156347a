import { TextField } from "@/components/form/text-field";
import { placeName } from "@/lib/accounts/time-zones";
import { localOf } from "@/lib/catalog/moments";
import type { Clock } from "@/lib/clock";
import { settingLimits } from "@/lib/desk-settings/input";
import type { SettingsPage } from "@/lib/desk-settings/read";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { SettingValues } from "@/lib/setting-names";
import { saveAnnouncement, saveLinks, saveMails } from "./actions";
import { Setting } from "./setting";
import { SettingsCard } from "./settings-card";

type Props = { t: Translator; id: string; page: SettingsPage; isSaved: boolean };

/** What every page says for a time. */
export function AnnouncementCard({ clock, ...card }: Props & { clock: Clock }) {
  const { t, page } = card;
  const { announcement, announcementFrom, announcementUntil } = page.values;
  const labels = {
    announcement: t("settings.announcement.text"),
    announcementFrom: t("settings.announcement_from"),
    announcementUntil: t("settings.announcement_until"),
  };
  const zone = placeName(clock.timeZone);
  const shown = (moment: string) => (moment === "" ? "" : localOf(new Date(moment), clock.timeZone));
  const saved = sayWhen(t, page.values, clock);
  return (
    <SettingsCard
      {...card}
      title={t("settings.announcement")}
      intro={t("settings.announcement.intro")}
      action={saveAnnouncement}
      {...(saved !== undefined && { saved })}
      labels={labels}
    >
      <Setting t={t} page={page} name="announcement" label={labels.announcement}>
        <TextField
          name="announcement"
          label={labels.announcement}
          help={t("settings.announcement.text.help")}
          rows={3}
          maxLength={settingLimits.announcement}
          defaultValue={announcement}
        />
      </Setting>
      <Setting t={t} page={page} name="announcementFrom" label={labels.announcementFrom}>
        <TextField
          name="announcementFrom"
          label={labels.announcementFrom}
          help={t("settings.announcement_from.help", { zone })}
          type="datetime-local"
          defaultValue={shown(announcementFrom)}
          className="[&_input]:max-w-72"
        />
      </Setting>
      <Setting t={t} page={page} name="announcementUntil" label={labels.announcementUntil}>
        <TextField
          name="announcementUntil"
          label={labels.announcementUntil}
          help={t("settings.announcement_until.help", { zone })}
          type="datetime-local"
          defaultValue={shown(announcementUntil)}
          className="[&_input]:max-w-72"
        />
      </Setting>
    </SettingsCard>
  );
}

/** That it begins later, or is over. */
function sayWhen(
  t: Translator,
  { announcement, announcementFrom: from, announcementUntil: until }: SettingValues,
  clock: Clock,
): string | undefined {
  const time = (moment: string) => sayDate(new Date(moment), clock, "longDateTime");
  if (announcement === "") return undefined;
  if (from > clock.now) return t("settings.announcement.done.later", { time: time(from) });
  if (until !== "" && until <= clock.now) return t("settings.announcement.done.over", { time: time(until) });
  return undefined;
}

/** The links to imprint and privacy policy in the footer. */
export function LinksCard(card: Props) {
  const { t, page } = card;
  const labels = { imprintLink: t("settings.imprint_link"), privacyLink: t("settings.privacy_link") };
  return (
    <SettingsCard
      {...card}
      title={t("settings.links")}
      intro={t("settings.links.intro")}
      action={saveLinks}
      labels={labels}
    >
      {(["imprintLink", "privacyLink"] as const).map(name => (
        <Setting key={name} t={t} page={page} name={name} label={labels[name]}>
          <TextField
            name={name}
            label={labels[name]}
            help={t("settings.link.help")}
            inputMode="url"
            autoComplete="off"
            defaultValue={page.values[name]}
          />
        </Setting>
      ))}
    </SettingsCard>
  );
}

/** How mails are signed. */
export function MailsCard({ from, ...card }: Props & { from: string }) {
  const { t, page } = card;
  const labels = { mailSender: t("settings.mail_sender"), mailFooter: t("settings.mail_footer") };
  return (
    <SettingsCard
      {...card}
      title={t("settings.mails")}
      intro={t("settings.mails.intro")}
      action={saveMails}
      labels={labels}
    >
      <Setting t={t} page={page} name="mailSender" label={labels.mailSender}>
        <TextField
          name="mailSender"
          label={labels.mailSender}
          help={t("settings.mail_sender.help", { from })}
          autoComplete="off"
          defaultValue={page.values.mailSender}
        />
      </Setting>
      <Setting t={t} page={page} name="mailFooter" label={labels.mailFooter}>
        <TextField
          name="mailFooter"
          label={labels.mailFooter}
          help={t("settings.mail_footer.help")}
          rows={3}
          maxLength={settingLimits.mailFooter}
          defaultValue={page.values.mailFooter}
        />
      </Setting>
    </SettingsCard>
  );
}
