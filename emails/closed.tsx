import { example } from "./example";
import { Layout } from "./layout";
import { requestSubject } from "./plain";
import type { RequestMailProps } from "./types";
import { Action, Note, onThisRequest, QuietLink, Words } from "./words";

export type ClosedProps = RequestMailProps & { newRequestUrl: string };

export function subject({ request }: ClosedProps) {
  return requestSubject(request);
}

export default function Closed(props: ClosedProps) {
  const { desk, recipient, request, newRequestUrl } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview="The time to re-open it is over."
      title="This request is closed"
      why={onThisRequest}
    >
      <Words>
        It was resolved, and the time to re-open it is over. You can still read it. If you need help again,
        raise a new request.
      </Words>
      <Action desk={desk} href={newRequestUrl}>
        Raise a new request
      </Action>
      <Note>
        <QuietLink desk={desk} href={request.url}>
          View the closed request
        </QuietLink>
      </Note>
    </Layout>
  );
}

Closed.PreviewProps = {
  ...example,
  newRequestUrl: "https://desk.example.com/catalog",
} satisfies ClosedProps;
