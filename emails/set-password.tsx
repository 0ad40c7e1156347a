import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain, plainName } from "./plain";
import type { MailProps } from "./types";

export type SetPasswordProps = MailProps & { url: string; minutes: number };

export function subject({ t, desk }: SetPasswordProps) {
  return t("mails.set_password.subject", { desk: plain(desk.name) });
}

export default function SetPassword(props: SetPasswordProps) {
  const { t, desk, recipient, url, minutes } = props;
  const time = lasting(t, minutes);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={t("mails.link.preview", { time })}
      title={t("mails.set_password.title")}
      why={t("mails.set_password.why")}
    >
      <Words>{t("mails.hello", { name: plainName(t, recipient.name) })}</Words>
      <Words>{t("mails.set_password.text", { desk: plain(desk.name) })}</Words>
      <Action desk={desk} href={url}>
        {t("mails.new_password")}
      </Action>
      <Note>{t("mails.link.lasts", { time })}</Note>
    </Layout>
  );
}

SetPassword.PreviewProps = {
  ...exampleOfAccount,
  url: "https://desk.example.com/set-password?token=pR7wK1zL0e",
  minutes: 60,
} satisfies SetPasswordProps;
