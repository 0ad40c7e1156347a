import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain, plainName } from "./plain";
import type { MailProps } from "./types";

export type LogInLinkProps = MailProps & { url: string; minutes: number };

export function subject({ t, desk }: LogInLinkProps) {
  return t("mails.log_in_link.subject", { desk: plain(desk.name) });
}

export default function LogInLink(props: LogInLinkProps) {
  const { t, desk, recipient, url, minutes } = props;
  const time = lasting(t, minutes);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={t("mails.link.preview", { time })}
      title={t("mails.log_in_link.title")}
      why={t("mails.log_in_link.why")}
    >
      <Words>{t("mails.hello", { name: plainName(t, recipient.name) })}</Words>
      <Words>{t("mails.log_in_link.text", { desk: plain(desk.name) })}</Words>
      <Action desk={desk} href={url}>
        {t("mails.log_in")}
      </Action>
      <Note>{t("mails.link.lasts", { time })}</Note>
    </Layout>
  );
}

LogInLink.PreviewProps = {
  ...exampleOfAccount,
  url: "https://desk.example.com/log-in/pR7wK1zL0e",
  minutes: 20,
} satisfies LogInLinkProps as LogInLinkProps;
