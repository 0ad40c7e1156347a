import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";

type Props = { action: FormAction; on: RequestInView; isMuted: boolean; t: Translator };

/** "Don’t notify me": says how it stands and offers the other. */
export function NotifySwitch({ action, on, isMuted, t }: Props) {
  return (
    <Form
      action={action}
      id="notify"
      labels={{}}
      hidden={{ ...on, muted: isMuted ? "no" : "yes" }}
      className="grid gap-3"
    >
      <p role="status" className="flex gap-2.5 text-ink-soft text-sm">
        <Icon name={isMuted ? "bell-off" : "bell"} className="mt-0.5 size-4" />
        <span>{t(isMuted ? "requests.notifications.off" : "requests.notifications.on")}</span>
      </p>
      <SubmitButton
        variant="secondary"
        working={t("requests.saving")}
        aria-describedby={isMuted ? undefined : "notify-hint"}
        className="justify-self-start"
      >
        {t(isMuted ? "requests.notifications.turn_on" : "requests.notifications.turn_off")}
      </SubmitButton>
      {!isMuted && (
        <p id="notify-hint" className="text-ink-faint text-xs">
          {t("requests.notifications.turn_off.hint")}
        </p>
      )}
    </Form>
  );
}
