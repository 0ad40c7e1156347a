import { Who } from "./badge";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, onThisRequest, Words } from "./parts";
import { plainName, requestSubject } from "./plain";
import { Said } from "./quotation";
import type { RequestMailProps, Side, Written } from "./types";

export type ReopenedProps = RequestMailProps & Written & { who: string; side: Side };

export function subject({ request }: ReopenedProps) {
  return requestSubject(request);
}

export default function Reopened(props: ReopenedProps) {
  const { desk, recipient, request, who, side, body, files } = props;
  const happened = "re-opened it. Support will look at it again.";
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={`${plainName(who)} ${happened}`}
      title="This request is open again"
      why={onThisRequest}
    >
      <Words>
        <Who desk={desk} name={plainName(who)} side={side} /> {happened}
      </Words>
      <Said desk={desk} author={who} side={side} body={body} files={files} />
      <Action desk={desk} href={request.url}>
        View request
      </Action>
    </Layout>
  );
}

Reopened.PreviewProps = {
  ...example,
  who: "Minh Tran",
  side: "customer",
  body: "It is back since this morning, with **three** columns missing now.",
} satisfies ReopenedProps as ReopenedProps;
