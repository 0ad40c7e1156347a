import { Text } from "react-email";
import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain } from "./plain";
import { styles } from "./styles";
import { mono } from "./theme";
import type { MailProps } from "./types";

/** The recipient's name is never shown: until the address is proven, a stranger may have chosen it. */
export type VerifyAddressProps = MailProps & { code: string; url: string; minutes: number };

export function subject({ desk }: VerifyAddressProps) {
  return `Confirm your email address for ${plain(desk.name)}`;
}

const code = {
  ...styles.words,
  fontFamily: mono,
  fontSize: "38px",
  lineHeight: "48px",
  letterSpacing: "8px",
};

export default function VerifyAddress(props: VerifyAddressProps) {
  const { desk, url, minutes } = props;
  return (
    <Layout
      desk={desk}
      subject={subject(props)}
      preview={`Your code and your link work for ${lasting(minutes)}.`}
      title="Confirm your email address"
      why={
        "You get this because somebody entered this address to create an account. If it was not you, " +
        "ignore this mail: without the code there is no account."
      }
    >
      <Words>Enter this code, where you signed up, to finish creating your account:</Words>
      <Text className="m-text m-code" style={{ ...code, fontWeight: 700, margin: "0 0 20px" }}>
        {plain(props.code)}
      </Text>
      <Words>Or open this link. In another browser it asks you for a name and a password:</Words>
      <Action desk={desk} href={url}>
        Confirm address
      </Action>
      <Note>The code and the link work for {lasting(minutes)}. Do not give the code to anybody.</Note>
    </Layout>
  );
}

VerifyAddress.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  code: "482913",
  url: "https://desk.example.com/verify?token=h4Vn2cQ8sT",
  minutes: 30,
} satisfies VerifyAddressProps;
