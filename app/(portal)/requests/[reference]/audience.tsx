import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import type { RequestInView } from "@/lib/requests/view";

type Props = { request: RequestPage; t: Translator; on: RequestInView; action: FormAction };

/** Says who can see a request of an organisation, and lets its requester decide whether its managers can. */
export function Audience({ request, t, on, action }: Props) {
  const { organisation, isPrivate, canHide } = request;
  if (organisation === null) return null;
  return (
    <Card title={t("organisations.seen_by")} id="audience">
      <div className="grid gap-3">
        <p role="status" className="flex gap-2.5 text-ink-soft text-sm">
          <Icon name={isPrivate ? "lock" : "users"} className="mt-0.5 size-4" />
          <span className="wrap-anywhere">
            {t(isPrivate ? "organisations.seen_by.private" : "organisations.seen_by.managers", {
              organisation,
            })}
          </span>
        </p>
        {canHide && (
          <FormBody
            action={action}
            id="privacy"
            labels={{}}
            hidden={{ ...on, isPrivate: isPrivate ? "no" : "yes" }}
          >
            <SubmitButton variant="secondary" working={t("requests.saving")}>
              {t(isPrivate ? "organisations.show" : "organisations.hide")}
            </SubmitButton>
          </FormBody>
        )}
      </div>
    </Card>
  );
}
