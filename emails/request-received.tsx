import { Details } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Subtitle, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

/** `next` says in ready words what happens now. */
export type RequestReceivedProps = RequestMailProps & {
  type: string;
  answers: { label: string; value: string }[];
  next: string;
};

export function subject({ request }: RequestReceivedProps) {
  return requestSubject(request);
}

export default function RequestReceived(props: RequestReceivedProps) {
  const { desk, recipient, request, type, answers, next } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={next}
      title="We have your request"
      why="You get this because you raised this request."
    >
      <Words>
        Thank you, {plainName(recipient.name)}. Your reference is <strong>{plain(request.reference)}</strong>.
      </Words>
      <Words>{plain(next, 1000)}</Words>
      <Action desk={desk} href={request.url}>
        View request
      </Action>
      <Subtitle>What you sent</Subtitle>
      <Details desk={desk} rows={[{ label: "Type", value: type }, ...answers]} />
    </Layout>
  );
}

RequestReceived.PreviewProps = {
  ...example,
  type: "Report a problem with AMTL3",
  answers: [
    {
      label: "What happened?",
      value: "The export has 14 columns on the screen and 12 in the file.\nIt worked last week.",
    },
    { label: "How urgent is it?", value: "I can work around it" },
    { label: "Since when?", value: "12 May 2025" },
  ],
  next: "Support reads it and answers here and by email. You can add to it at any time.",
} satisfies RequestReceivedProps;
