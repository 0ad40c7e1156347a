import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** The recipient has no name yet. */
export type AccountInvitationProps = MailProps & {
  invitedBy: string;
  role: string;
  url: string;
  until: string;
};

export function subject({ t, desk }: AccountInvitationProps) {
  return t("mails.account_invitation.subject", { desk: plain(desk.name) });
}

export default function AccountInvitation(props: AccountInvitationProps) {
  const { t, desk, invitedBy, role, url, until } = props;
  const from = plain(invitedBy);
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.account_invitation.preview", { from, until })}
      title={t("mails.account_invitation.title", { desk: plain(desk.name) })}
      why={t("mails.account_invitation.why", { from })}
    >
      <Words>{t("mails.account_invitation.text", { from, role, desk: plain(desk.name) })}</Words>
      <Words>{t("mails.account_invitation.how")}</Words>
      <Action desk={desk} href={url}>
        {t("mails.account_invitation.open")}
      </Action>
      <Note>{t("mails.account_invitation.expires", { until })}</Note>
    </Layout>
  );
}

AccountInvitation.PreviewProps = {
  ...exampleOfAccount,
  recipient: { name: "" },
  invitedBy: "Tomás Reyes",
  role: "agent",
  url: "https://desk.example.com/join/q8Zt3nV5xB",
  until: "Tuesday 1 December 2026 at 12:30 UTC",
} satisfies AccountInvitationProps;
