import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Words } from "./parts";
import { plain, plainName } from "./plain";
import type { MailProps } from "./types";

export function subject({ desk }: MailProps) {
  return `A test mail from ${plain(desk.name)}`;
}

export default function TestMail(props: MailProps) {
  const { desk, recipient } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview="Mail from your desk arrives."
      title="Mail from your desk arrives"
      why="You get this because you asked for a test mail."
    >
      <Words>Hello {plainName(recipient.name)},</Words>
      <Words>
        This email went the same way as every other email from {plain(desk.name)}: through the queue, with the
        current sender and mail server. If you can read it, sending works.
      </Words>
    </Layout>
  );
}

TestMail.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ines Duarte" },
} satisfies MailProps;
