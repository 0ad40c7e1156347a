import { example } from "./example";
import { Layout } from "./layout";
import { Action, Note, onThisRequest } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Said } from "./quotation";
import type { RequestMailProps, Written } from "./types";

export type WaitingForYouProps = RequestMailProps & Written & { author: string };

export function subject({ request }: WaitingForYouProps) {
  return requestSubject(request);
}

export default function WaitingForYou(props: WaitingForYouProps) {
  const { desk, recipient, request, author, body, files } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={`${plainName(author)} asks: ${firstWords(props)}`}
      title="Support needs your answer"
      why={onThisRequest}
    >
      <Said desk={desk} author={author} side="support" body={body} files={files} />
      <Action desk={desk} href={request.url}>
        Respond to support
      </Action>
      <Note>The request waits until you answer.</Note>
    </Layout>
  );
}

WaitingForYou.PreviewProps = {
  ...example,
  author: "Tomás Reyes",
  body: "Could you tell me\n\n- which **browser** you export with, and\n- whether the file opens rightly in a text editor?",
} satisfies WaitingForYouProps;
