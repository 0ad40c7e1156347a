import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** Nobody's name is shown: the person who entered the address may be a stranger to its owner. */
export type AddressTakenProps = MailProps & { signInUrl: string };

export function subject({ t, desk }: AddressTakenProps) {
  return t("mails.address_taken.subject", { desk: plain(desk.name) });
}

export default function AddressTaken(props: AddressTakenProps) {
  const { t, desk, signInUrl } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.address_taken.preview")}
      title={t("mails.address_taken.title")}
      why={t("mails.address_taken.why")}
    >
      <Words>{t("mails.address_taken.text", { desk: plain(desk.name) })}</Words>
      <Words>{t("mails.address_taken.if_you")}</Words>
      <Action desk={desk} href={signInUrl}>
        {t("mails.log_in")}
      </Action>
    </Layout>
  );
}

AddressTaken.PreviewProps = {
  ...exampleOfAccount,
  signInUrl: "https://desk.example.com/sign-in",
} satisfies AddressTakenProps;
