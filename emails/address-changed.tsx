import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName } from "./plain";
import type { MailProps } from "./types";

/** Goes to the old address; the new one is not told. `when` is ready to read, with its time zone. */
export type AddressChangedProps = MailProps & { when: string };

export function subject({ t, desk }: AddressChangedProps) {
  return t("mails.address_changed.subject", { desk: plain(desk.name) });
}

export default function AddressChanged(props: AddressChangedProps) {
  const { t, desk, recipient, when } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={t("mails.security.preview")}
      title={t("mails.address_changed.title")}
      why={t("mails.security.why")}
    >
      <Words>{t("mails.hello", { name: plainName(t, recipient.name) })}</Words>
      <Words>{t("mails.address_changed.text", { desk: plain(desk.name), when: plain(when) })}</Words>
      <Words>{t("mails.address_changed.if_not_you", { desk: plain(desk.name) })}</Words>
      <Action desk={desk} href={desk.url}>
        {t("mails.address_changed.open", { desk: plain(desk.name) })}
      </Action>
    </Layout>
  );
}

AddressChanged.PreviewProps = {
  ...exampleOfAccount,
  when: "14 May 2025 at 09:32 UTC",
} satisfies AddressChangedProps;
