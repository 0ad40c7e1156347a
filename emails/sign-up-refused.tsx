import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** The recipient's name is never shown: the person who tried to sign up may have chosen it. */
export type SignUpRefusedProps = MailProps;

export function subject({ t, desk }: SignUpRefusedProps) {
  return t("mails.sign_up_refused.subject", { desk: plain(desk.name) });
}

export default function SignUpRefused(props: SignUpRefusedProps) {
  const { t, desk } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.sign_up_refused.preview")}
      title={t("mails.sign_up_refused.title")}
      why={t("mails.sign_up_refused.why")}
    >
      <Words>{t("mails.sign_up_refused.text")}</Words>
      <Words>{t("mails.sign_up_refused.if_you")}</Words>
    </Layout>
  );
}

SignUpRefused.PreviewProps = exampleOfAccount satisfies SignUpRefusedProps;
