import { Text } from "react-email";
import { exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain } from "./plain";
import { styles } from "./styles";
import { mono } from "./theme";
import type { MailProps } from "./types";

/** The recipient's name is never shown: until the address is proven, a stranger may have chosen it. */
export type VerifyAddressProps = MailProps & { code: string; url: string; minutes: number };

export function subject({ t, desk }: VerifyAddressProps) {
  return t("mails.verify_address.subject", { desk: plain(desk.name) });
}

const code = {
  ...styles.words,
  fontFamily: mono,
  fontSize: "38px",
  lineHeight: "48px",
  letterSpacing: "8px",
};

export default function VerifyAddress(props: VerifyAddressProps) {
  const { t, desk, url, minutes } = props;
  const time = lasting(t, minutes);
  return (
    <Layout
      t={t}
      desk={desk}
      subject={subject(props)}
      preview={t("mails.verify_address.preview", { time })}
      title={t("mails.verify_address.title")}
      why={t("mails.verify_address.why")}
    >
      <Words>{t("mails.verify_address.code")}</Words>
      <Text className="m-text m-code" style={{ ...code, fontWeight: 700, margin: "0 0 20px" }}>
        {plain(props.code)}
      </Text>
      <Words>{t("mails.verify_address.link")}</Words>
      <Action desk={desk} href={url}>
        {t("mails.confirm")}
      </Action>
      <Note>{t("mails.verify_address.lasts", { time })}</Note>
    </Layout>
  );
}

VerifyAddress.PreviewProps = {
  ...exampleOfAccount,
  code: "482913",
  url: "https://desk.example.com/verify?token=h4Vn2cQ8sT",
  minutes: 30,
} satisfies VerifyAddressProps;
