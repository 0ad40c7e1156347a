import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { OnRequest } from "@/components/requests/on-request";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";

type Props = { action: FormAction; on: RequestInView; isMuted: boolean };

/** "Don't notify me": says how it stands and offers the other. */
export function NotifySwitch({ action, on, isMuted }: Props) {
  return (
    <Form action={action} id="notify" labels={{}} className="grid gap-3">
      <OnRequest {...on} />
      <input type="hidden" name="muted" value={isMuted ? "no" : "yes"} />
      <p role="status" className="flex gap-2.5 text-ink-soft text-sm">
        <Icon name={isMuted ? "bell-off" : "bell"} className="mt-0.5 size-4" />
        <span>
          {isMuted
            ? "You get no emails about this request, except when it is resolved."
            : "You get an email for each comment and each change of status."}
        </span>
      </p>
      <SubmitButton
        variant="secondary"
        working="Saving…"
        aria-describedby={isMuted ? undefined : "notify-hint"}
        className="justify-self-start"
      >
        {isMuted ? "Notify me again" : "Don't notify me"}
      </SubmitButton>
      {!isMuted && (
        <p id="notify-hint" className="text-ink-faint text-xs">
          You will still get an email when it is resolved.
        </p>
      )}
    </Form>
  );
}
