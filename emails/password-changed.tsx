import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName } from "./plain";
import type { MailProps } from "./types";

/** `when` is ready to read, with its time zone. */
export type PasswordChangedProps = MailProps & { when: string; resetUrl: string };

export function subject({ desk }: PasswordChangedProps) {
  return `Your password for ${plain(desk.name)} was changed`;
}

export default function PasswordChanged(props: PasswordChangedProps) {
  const { desk, recipient, when, resetUrl } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview="If this was you, you need not do anything."
      title="Your password was changed"
      why="You get this because it concerns the security of your account."
    >
      <Words>Hello {plainName(recipient.name)},</Words>
      <Words>
        The password of your account at {plain(desk.name)} was changed on {plain(when)}. If it was you, there
        is nothing to do.
      </Words>
      <Words>If it was not you, somebody else may be using your account. Set a new password now:</Words>
      <Action desk={desk} href={resetUrl}>
        Set a new password
      </Action>
    </Layout>
  );
}

PasswordChanged.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  when: "14 May 2025 at 09:32 UTC",
  resetUrl: "https://desk.example.com/reset",
} satisfies PasswordChangedProps;
