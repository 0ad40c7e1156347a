import type { ReactNode } from "react";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";

type Shared = { t: Translator; on: RequestInView; action: FormAction };

/** Ends the part of somebody else in the request. */
export function Remove({ person, t, on, action }: Shared & { person: { id: string; name: string } }) {
  const written = { person: <bdi>{person.name}</bdi> };
  return (
    <Disclosure label={t("sharing.remove")} size="small" className="mt-2">
      <Parting
        action={action}
        id={`remove-${person.id}`}
        hidden={{ ...on, person: person.id }}
        effect={t.rich("sharing.remove.effect", written)}
        button={t.rich("sharing.remove.person", written)}
        working={t("sharing.remove.working")}
      />
    </Disclosure>
  );
}

/** Ends the reader's own part in it. */
export function Leave({ t, on, action }: Shared) {
  return (
    <Disclosure label={t("sharing.leave")} icon="log-out">
      <Parting
        action={action}
        id="leave"
        hidden={on}
        effect={t("sharing.leave.effect")}
        button={t("sharing.leave.button")}
        working={t("sharing.leave.working")}
      />
    </Disclosure>
  );
}

type Props = {
  action: FormAction;
  id: string;
  hidden: Record<string, string>;
  effect: ReactNode;
  button: ReactNode;
  working: string;
};

function Parting({ effect, button, working, ...form }: Props) {
  return (
    <FormBody {...form} labels={{}} className="grid gap-3">
      <p className="text-ink-soft text-sm">{effect}</p>
      <SubmitButton variant="danger" size="small" className="justify-self-start" working={working}>
        {button}
      </SubmitButton>
    </FormBody>
  );
}
