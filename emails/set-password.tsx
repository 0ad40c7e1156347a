import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain, plainName } from "./plain";
import type { MailProps } from "./types";

export type SetPasswordProps = MailProps & { reason: "reset" | "invited"; url: string; minutes: number };

const words = {
  reset: {
    subject: (desk: string) => `Set a new password for ${desk}`,
    title: "Set a new password",
    text: (desk: string) => `Open this link to set a new password for your account at ${desk}.`,
    action: "Set a new password",
    why:
      "You get this because somebody asked for a new password for this address. If it was not you, " +
      "ignore this mail: your password stays as it is.",
  },
  invited: {
    subject: (desk: string) => `Your account at ${desk}`,
    title: "Your account is ready",
    text: (desk: string) => `An account at ${desk} was made for you. Choose a password to start using it.`,
    action: "Choose a password",
    why:
      "You get this because an account with this address was made for you. If you did not expect it, " +
      "ignore this mail.",
  },
};

export function subject({ desk, reason }: SetPasswordProps) {
  return words[reason].subject(plain(desk.name));
}

export default function SetPassword(props: SetPasswordProps) {
  const { desk, recipient, reason, url, minutes } = props;
  const { title, text, action, why } = words[reason];
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={`The link works once, for ${lasting(minutes)}.`}
      title={title}
      why={why}
    >
      <Words>Hello {plainName(recipient.name)},</Words>
      <Words>{text(plain(desk.name))}</Words>
      <Action desk={desk} href={url}>
        {action}
      </Action>
      <Note>The link works once, for {lasting(minutes)}. Do not pass it on.</Note>
    </Layout>
  );
}

SetPassword.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  reason: "reset",
  url: "https://desk.example.com/set-password?token=pR7wK1zL0e",
  minutes: 60,
} satisfies SetPasswordProps as SetPasswordProps;
