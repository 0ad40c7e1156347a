import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain } from "./plain";
import type { MailProps } from "./types";

/** The recipient's name is never shown: the address is not proven to be theirs yet. */
export type ConfirmAddressProps = MailProps & { url: string; minutes: number };

export function subject({ desk }: ConfirmAddressProps) {
  return `Confirm your new email address for ${plain(desk.name)}`;
}

export default function ConfirmAddress(props: ConfirmAddressProps) {
  const { desk, url, minutes } = props;
  return (
    <Layout
      desk={desk}
      subject={subject(props)}
      preview={`The link works for ${lasting(minutes)}.`}
      title="Confirm your new email address"
      why={
        "You get this because somebody entered this address for their account. If it was not you, " +
        "ignore this mail: nothing changes then."
      }
    >
      <Words>Confirm this address to use it for your account at {plain(desk.name)}.</Words>
      <Words>Open this link in a browser where you are logged in, and confirm there:</Words>
      <Action desk={desk} href={url}>
        Confirm address
      </Action>
      <Note>The link works once, for {lasting(minutes)}. Nothing changes until you confirm.</Note>
    </Layout>
  );
}

ConfirmAddress.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  url: "https://desk.example.com/settings/email/h4Vn2cQ8sT",
  minutes: 30,
} satisfies ConfirmAddressProps;
