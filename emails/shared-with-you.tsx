import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** Holds nothing that the sharer wrote: it goes to whatever address they typed. The recipient's name is never shown. */
export type SharedWithYouProps = MailProps & {
  reference: string;
  sharedBy: string;
  url: string;
  until: string;
};

export function subject({ t, desk }: SharedWithYouProps) {
  return t("mails.shared_with_you.subject", { desk: plain(desk.name) });
}

export default function SharedWithYou(props: SharedWithYouProps) {
  const { t, desk, reference, sharedBy, url, until } = props;
  const from = plain(sharedBy, 254);
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.shared_with_you.preview", { from, until })}
      title={t("mails.shared_with_you.title")}
      why={t("mails.shared_with_you.why", { from })}
    >
      <Words>
        {t("mails.shared_with_you.text", {
          from,
          reference: plain(reference, 40),
          desk: plain(desk.name),
        })}
      </Words>
      <Words>{t("mails.shared_with_you.how")}</Words>
      <Action desk={desk} href={url}>
        {t("mails.shared_with_you.open")}
      </Action>
      <Note>{t("mails.shared_with_you.expires", { until })}</Note>
    </Layout>
  );
}

SharedWithYou.PreviewProps = {
  ...exampleOfAccount,
  recipient: { name: "" },
  reference: "LDG-1042",
  sharedBy: "ada@acme.example",
  url: "https://desk.example.com/invitations/q8Zt3nV5xB",
  until: "Tuesday 1 December 2026 at 12:30 UTC",
} satisfies SharedWithYouProps;
