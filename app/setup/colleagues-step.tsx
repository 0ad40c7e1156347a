import { InviteForm } from "@/app/admin/people/invitations/invite-form";
import { Banner } from "@/components/ui/banner";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { Invited } from "@/lib/people/invited";
import { invite } from "./actions";
import { NextForm } from "./next-form";

type Props = { t: Translator; invited: Invited[]; isSent: boolean; clock: Clock };

const roles = ["agent", "admin"] as const;

export function ColleaguesStep({ t, invited, isSent, clock }: Props) {
  return (
    <div className="grid gap-6">
      {isSent && (
        <Banner tone="good" role="status">
          {t("people.done.invited")}
        </Banner>
      )}
      {invited.length > 0 && (
        <section aria-labelledby="invited-title">
          <h2 id="invited-title" className="font-medium text-ink">
            {t("people.invited")}
          </h2>
          <ul className="mt-2 grid gap-1 text-ink-soft text-sm">
            {invited.map(({ id, email, role }) => (
              <li key={id} className="wrap-anywhere">
                {email} · {t(`people.role.${role}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <InviteForm {...{ t, clock, roles, invited }} action={invite} variant="secondary" />
      <div className="border-line border-t pt-6">
        <NextForm step="colleagues" label={t("set_up.finish")} />
      </div>
    </div>
  );
}
