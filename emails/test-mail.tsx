import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Words } from "./parts";
import { plain, plainName } from "./plain";
import type { MailProps } from "./types";

export function subject({ t, desk }: MailProps) {
  return t("mails.test_mail.subject", { desk: plain(desk.name) });
}

export default function TestMail(props: MailProps) {
  const { t, desk, recipient } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={t("mails.test_mail.preview")}
      title={t("mails.test_mail.title")}
      why={t("mails.test_mail.why")}
    >
      <Words>{t("mails.hello", { name: plainName(t, recipient.name) })}</Words>
      <Words>{t("mails.test_mail.text", { desk: plain(desk.name) })}</Words>
    </Layout>
  );
}

TestMail.PreviewProps = {
  ...exampleOfAccount,
  recipient: { name: "Ines Duarte" },
} satisfies MailProps;
