import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { lasting, plain, plainName } from "./plain";
import type { MailProps } from "./types";

export type LogInLinkProps = MailProps & { url: string; minutes: number };

export function subject({ desk }: LogInLinkProps) {
  return `Your link to log in to ${plain(desk.name)}`;
}

export default function LogInLink(props: LogInLinkProps) {
  const { desk, recipient, url, minutes } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={`The link works once, for ${lasting(minutes)}.`}
      title="Log in with this link"
      why={
        "You get this because somebody asked to log in to this account by mail. If it was not you, ignore this mail: " +
        "nobody gets in without the link."
      }
    >
      <Words>Hello {plainName(recipient.name)},</Words>
      <Words>
        Open this link to log in to {plain(desk.name)}. It also works while you have to wait after wrong
        passwords, whether you or somebody else typed them.
      </Words>
      <Action desk={desk} href={url}>
        Log in
      </Action>
      <Note>The link works once, for {lasting(minutes)}. Do not pass it on.</Note>
    </Layout>
  );
}

LogInLink.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "Ada Okafor" },
  url: "https://desk.example.com/log-in/pR7wK1zL0e",
  minutes: 20,
} satisfies LogInLinkProps as LogInLinkProps;
