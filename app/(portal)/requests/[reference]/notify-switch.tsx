import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";

export type ToldNotify = {
  title: string;
  isMuted: boolean;
  said: string;
  turn: string;
  working: string;
  hint?: string;
};

type Props = { action: FormAction; on: RequestInView; told: ToldNotify };

/** "Don’t notify me": says how it stands and offers the other. */
export function NotifySwitch({ action, on, told }: Props) {
  const { title, isMuted, said, turn, working, hint } = told;
  return (
    <Card title={title} id="notifications">
      <FormBody
        action={action}
        id="notify"
        labels={{}}
        hidden={{ ...on, muted: isMuted ? "no" : "yes" }}
        className="grid gap-3"
      >
        <p role="status" className="flex gap-2.5 text-ink-soft text-sm">
          <Icon name={isMuted ? "bell-off" : "bell"} className="mt-0.5 size-4" />
          <span>{said}</span>
        </p>
        <SubmitButton
          variant="secondary"
          working={working}
          aria-describedby={hint && "notify-hint"}
          className="justify-self-start"
        >
          {turn}
        </SubmitButton>
        {hint && (
          <p id="notify-hint" className="text-ink-faint text-xs">
            {hint}
          </p>
        )}
      </FormBody>
    </Card>
  );
}
