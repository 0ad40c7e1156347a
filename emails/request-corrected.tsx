import { Details } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, assigned } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

type Corrected = { label: string; before: string; after: string; isLong?: boolean };

/** `request.url` is the agent's page. */
export type RequestCorrectedProps = RequestMailProps & { customer: string; changes: Corrected[] };

export function subject({ request }: RequestCorrectedProps) {
  return requestSubject(request);
}

export default function RequestCorrected(props: RequestCorrectedProps) {
  const { desk, recipient, request, customer, changes } = props;
  const title = `${plainName(customer)} corrected the request`;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={`${title}: ${plain(changes.map(({ label }) => label).join(", "), 120)}`}
      title={title}
      why={assigned}
    >
      <Details
        desk={desk}
        rows={changes.flatMap(({ label, before, after, isLong }) => [
          { label: `${label} – before`, value: before, isLong },
          { label: `${label} – now`, value: after, isLong },
        ])}
      />
      <Action desk={desk} href={request.url}>
        Open request
      </Action>
    </Layout>
  );
}

RequestCorrected.PreviewProps = {
  ...exampleForAgent,
  customer: "Ada Okafor",
  changes: [
    { label: "How badly does it hold you up?", before: "It is only a flaw", after: "Some work is blocked" },
    { label: "Which browser do you use?", before: "Not answered", after: "Firefox, Chrome" },
  ],
} satisfies RequestCorrectedProps as RequestCorrectedProps;
