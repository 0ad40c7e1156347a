import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { emailChangeMinutes, readEmailChange } from "@/lib/accounts/email-change";
import { openedLink } from "@/lib/entry/links";
import { readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { confirmEmail } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("accounts.email.confirm") };
}

/** Opening the link changes nothing, because mail scanners open links too; the button does. */
export default async function ConfirmEmailPage() {
  const link = await openedLink("email");
  const { person, email } = await readPageAs("/settings/email", async actor => ({
    person: actor,
    email: link && (await readEmailChange(actor, link.token)),
  }));
  const t = await readTranslator();
  if (!link || email === null)
    return (
      <Banner
        tone="warn"
        title={t("accounts.link.gone")}
        action={<ButtonLink href="/settings#email">{t("accounts.email.ask_again")}</ButtonLink>}
      >
        {t("accounts.email.link_gone", {
          minutes: emailChangeMinutes,
          name: person.name,
          email: person.email,
        })}
      </Banner>
    );
  return (
    <Card title={t("accounts.email.confirm")} id="confirm">
      <p className="wrap-anywhere mb-3 max-w-prose text-ink-soft">
        {t.rich("accounts.email.confirm.intro", {
          name: <strong className="text-ink">{person.name}</strong>,
          before: person.email,
          after: <strong className="text-ink">{email}</strong>,
        })}
      </p>
      <p className="mb-5 max-w-prose text-ink-soft text-sm">{t("accounts.email.confirm.not_you")}</p>
      <Form action={confirmEmail} id="confirm-form" labels={{}} className="grid justify-items-start gap-5">
        <input type="hidden" name="link" value={link.mark} />
        <SubmitButton working={t("accounts.working")}>{t("accounts.email.confirm.use")}</SubmitButton>
      </Form>
    </Card>
  );
}
