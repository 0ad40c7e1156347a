import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { PersonPage } from "@/lib/people/read";
import { letIn, shutOut } from "../actions";

type Props = { t: Translator; person: PersonPage; isOneself: boolean };

/** Whether they can log in. */
export function Access({ t, person: { id, suspendedAt }, isOneself }: Props) {
  const isSuspended = suspendedAt !== null;
  return (
    <Card title={t("people.access")} id="access">
      {isOneself ? (
        <p className="text-ink-soft text-sm">{t("people.suspend.oneself")}</p>
      ) : (
        <Form
          key={String(isSuspended)}
          action={isSuspended ? letIn : shutOut}
          id="access-form"
          labels={{}}
          hidden={{ person: id }}
          className="grid gap-3"
        >
          <p className="text-ink-soft text-sm">
            {t(isSuspended ? "people.restore.text" : "people.suspend.text")}
          </p>
          <SubmitButton
            variant={isSuspended ? "secondary" : "danger"}
            className="justify-self-start"
            working={t("people.saving")}
          >
            {t(isSuspended ? "people.restore" : "people.suspend")}
          </SubmitButton>
        </Form>
      )}
      {!isOneself && (
        <p className="mt-5 border-line border-t pt-4 text-sm">
          <a
            href={`/admin/people/${id}/erase`}
            className="inline-flex min-h-6 items-center text-bad underline"
          >
            {t("people.erase")}
          </a>
        </p>
      )}
    </Card>
  );
}
