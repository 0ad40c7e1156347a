import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, QuietLink, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** The recipient's name is never shown: the person who tried to sign up may have chosen it. */
export type AccountExistsProps = MailProps & { signInUrl: string; resetUrl: string };

export function subject({ t, desk }: AccountExistsProps) {
  return t("mails.account_exists.subject", { desk: plain(desk.name) });
}

export default function AccountExists(props: AccountExistsProps) {
  const { t, desk, signInUrl, resetUrl } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.account_exists.preview")}
      title={t("mails.account_exists.title")}
      why={t("mails.account_exists.why")}
    >
      <Words>{t("mails.account_exists.text")}</Words>
      <Words>{t("mails.account_exists.if_you")}</Words>
      <Action desk={desk} href={signInUrl}>
        {t("mails.log_in")}
      </Action>
      <Note>
        {t.rich("mails.account_exists.forgotten", {
          link: words => (
            <QuietLink desk={desk} href={resetUrl}>
              {words}
            </QuietLink>
          ),
        })}
      </Note>
    </Layout>
  );
}

AccountExists.PreviewProps = {
  ...exampleOfAccount,
  signInUrl: "https://desk.example.com/sign-in",
  resetUrl: "https://desk.example.com/reset",
} satisfies AccountExistsProps;
