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
      preview="If this was you, you need not do anything."
      title="Your email address was changed"
      why="You get this because it concerns the security of your account."
    >
      <Words>Hello {plainName(recipient.name)},</Words>
      <Words>
        The email address of your account at {plain(desk.name)} was changed on {plain(when)}. This is the last
        email to this address. If this was you, you need not do anything.
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
