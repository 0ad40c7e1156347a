import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain } from "./plain";
import type { MailProps } from "./types";

/** The recipient's name is never shown: the address is not proven to be theirs yet. */
export type ConfirmAddressProps = MailProps & { url: string; minutes: number };

export function subject({ t, desk }: ConfirmAddressProps) {
  return t("mails.confirm_address.subject", { desk: plain(desk.name) });
}

export default function ConfirmAddress(props: ConfirmAddressProps) {
  const { t, desk, url, minutes } = props;
  const time = lasting(t, minutes);
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.confirm_address.preview", { time })}
      title={t("mails.confirm_address.title")}
      why={t("mails.confirm_address.why")}
    >
      <Words>{t("mails.confirm_address.text", { desk: plain(desk.name) })}</Words>
      <Words>{t("mails.confirm_address.link")}</Words>
      <Action desk={desk} href={url}>
        {t("mails.confirm")}
      </Action>
      <Note>{t("mails.confirm_address.lasts", { time })}</Note>
    </Layout>
  );
}

ConfirmAddress.PreviewProps = {
  ...exampleOfAccount,
  url: "https://desk.example.com/settings/email/h4Vn2cQ8sT",
  minutes: 30,
} satisfies ConfirmAddressProps;
