import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName } from "./plain";
import type { MailProps } from "./types";

/** `when` is ready to read, with its time zone. */
export type PasswordChangedProps = MailProps & { when: string; resetUrl: string };

export function subject({ t, desk }: PasswordChangedProps) {
  return t("mails.password_changed.subject", { desk: plain(desk.name) });
}

export default function PasswordChanged(props: PasswordChangedProps) {
  const { t, desk, recipient, when, resetUrl } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={t("mails.security.preview")}
      title={t("mails.password_changed.title")}
      why={t("mails.security.why")}
    >
      <Words>{t("mails.hello", { name: plainName(t, recipient.name) })}</Words>
      <Words>{t("mails.password_changed.text", { desk: plain(desk.name), when: plain(when) })}</Words>
      <Words>{t("mails.password_changed.if_not_you")}</Words>
      <Action desk={desk} href={resetUrl}>
        {t("mails.new_password")}
      </Action>
    </Layout>
  );
}

PasswordChanged.PreviewProps = {
  ...exampleOfAccount,
  when: "14 May 2025 at 09:32 UTC",
  resetUrl: "https://desk.example.com/reset",
} satisfies PasswordChangedProps;
