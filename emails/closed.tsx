import { example } from "./example";
import { Layout } from "./layout";
import { Action, Note, onThisRequest, QuietLink, Words } from "./parts";
import { requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

export type ClosedProps = RequestMailProps & {
  /** The reader raised it, and may follow it up; the link then leads there, else to the catalog. */
  canFollow: boolean;
  nextUrl: string;
};

export function subject({ request }: ClosedProps) {
  return requestSubject(request);
}

export default function Closed(props: ClosedProps) {
  const { desk, recipient, request, canFollow, nextUrl } = props;
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
        It was resolved, and the time to re-open it is over. You can still read it.{" "}
        {canFollow
          ? "If it comes back, raise a follow-up: a new request that goes on from this one."
          : `If it comes back, mention ${request.reference} in a new request.`}
      </Words>
      <Action desk={desk} href={nextUrl}>
        {canFollow ? "Raise a follow-up" : "Raise a new request"}
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
  canFollow: true,
  nextUrl: "https://desk.example.com/catalog/report-a-problem?follows=LDG-1042",
} satisfies ClosedProps as ClosedProps;
