import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import type { ToldHistory } from "./told";

type Props = { action: FormAction; on: RequestInView; told: ToldHistory };

/** Turns the history round, for all requests of its reader. */
export function OrderForm({ action, on, told: { newestFirst, show, turn } }: Props) {
  return (
    <FormBody
      action={action}
      id="order"
      labels={{}}
      hidden={{ ...on, order: newestFirst ? "oldest" : "newest", history: show }}
    >
      <SubmitButton variant="quiet" size="small" working={turn.working}>
        <Icon name="arrow-down-up" className="size-4" />
        {turn.label}
      </SubmitButton>
    </FormBody>
  );
}
