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
        This mail took the same way as every other mail of {plain(desk.name)}: through the queue, with the
        sender and the mail server that are set now. If you can read it, people get theirs.
      </Words>
    </Layout>
  );
}

TestMail.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ines Duarte" },
} satisfies MailProps;
