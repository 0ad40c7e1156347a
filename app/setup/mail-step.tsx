import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { MailWay } from "@/lib/mail/test-mail";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { sendTest } from "./actions";
import { NextForm } from "./next-form";

type Props = { t: Translator; way: MailWay; email: string; clock: Clock };

export function MailStep({ t, way, email, clock }: Props) {
  const { transport, server, from, test } = way;
  const isSent = test?.state === "sent";
  const address = <span className="wrap-anywhere font-medium text-ink">{email}</span>;
  return (
    <div className="grid gap-6">
      <dl className="setup-facts">
        <div>
          <dt>{t("set_up.mail.way")}</dt>
          <dd>{t("set_up.mail.transport", { transport, server: server ?? "" })}</dd>
        </div>
        <div>
          <dt>{t("set_up.mail.from")}</dt>
          <dd dir="auto">{from}</dd>
        </div>
        <div>
          <dt>{t("set_up.mail.where")}</dt>
          <dd>
            {t.rich(transport === "local" ? "set_up.mail.where.local" : "set_up.mail.where.set", {
              code: words => <code>{words}</code>,
            })}
          </dd>
        </div>
      </dl>
      {test && <Outcome t={t} test={test} transport={transport} address={address} clock={clock} />}
      <div className="flex flex-wrap gap-3">
        <Form action={sendTest} id="test-form" labels={{}}>
          <SubmitButton variant={isSent ? "secondary" : "primary"} working={t("set_up.mail.sending")}>
            {t(test ? "set_up.mail.test_again" : "set_up.mail.test")}
          </SubmitButton>
        </Form>
        <NextForm
          step="mail"
          label={t(isSent ? "set_up.mail.arrived" : "set_up.mail.skip")}
          variant={isSent ? "primary" : "secondary"}
        />
      </div>
    </div>
  );
}

type OutcomeProps = Pick<Props, "t" | "clock"> & {
  test: NonNullable<MailWay["test"]>;
  transport: MailWay["transport"];
  address: ReactNode;
};

function Outcome({ t, test: { state, reason, at }, transport, address, clock }: OutcomeProps) {
  const facts = { time: <Time at={at} clock={clock} />, address };
  const link = (href: string) => (words: ReactNode) => <a href={href}>{words}</a>;
  if (state === "sent" && transport === "local")
    return (
      <Banner tone="good" role="status" id="test" title={t("set_up.mail.local")}>
        {t.rich("set_up.mail.local.text", { ...facts, link: link("/mailbox") })}
      </Banner>
    );
  if (state === "sent")
    return (
      <Banner tone="good" role="status" id="test" title={t("set_up.mail.taken")}>
        {t.rich("set_up.mail.taken.text", facts)}
      </Banner>
    );
  if (reason === null)
    return (
      <Banner role="status" id="test" title={t("set_up.mail.waiting")}>
        {t.rich("set_up.mail.waiting.text", { ...facts, link: link("/setup?step=mail") })}
      </Banner>
    );
  return (
    <Banner tone="bad" role="status" id="test" title={t("set_up.mail.refused")}>
      {t.rich("set_up.mail.refused.text", {
        ...facts,
        answer: <span className="wrap-anywhere">{say(t, reason)}</span>,
      })}
    </Banner>
  );
}
