import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName } from "./plain";
import type { MailProps } from "./types";

/** Goes to the old address; the new one is not told. `when` is ready to read, with its time zone. */
export type AddressChangedProps = MailProps & { when: string };

export function subject({ desk }: AddressChangedProps) {
  return `Your email address for ${plain(desk.name)} was changed`;
}

export default function AddressChanged(props: AddressChangedProps) {
  const { desk, recipient, when } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview="If it was you, there is nothing to do."
      title="Your email address was changed"
      why="You get this because it concerns the safety of your account."
    >
      <Words>Hello {plainName(recipient.name)},</Words>
      <Words>
        Your account at {plain(desk.name)} was given another email address on {plain(when)}. Mails go there
        from now on, and this is the last one to this address. If it was you, there is nothing to do.
      </Words>
      <Words>
        If it was not you, somebody else is using your account. Tell the people who run {plain(desk.name)} at
        once; they can give it back to you.
      </Words>
      <Action desk={desk} href={desk.url}>
        Open {plain(desk.name)}
      </Action>
    </Layout>
  );
}

AddressChanged.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  when: "14 May 2025 at 09:32 UTC",
} satisfies AddressChangedProps;
