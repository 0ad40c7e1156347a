import { Details } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, assigned, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

/** `request.url` is the agent's page. */
export type AssignedToYouProps = RequestMailProps & { assignedBy: string; status: string; requester: string };

export function subject({ request }: AssignedToYouProps) {
  return requestSubject(request);
}

export default function AssignedToYou(props: AssignedToYouProps) {
  const { desk, recipient, request, assignedBy, status, requester } = props;
  const happened = `${plainName(assignedBy)} assigned this request to you.`;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={`${happened} ${plain(status)}, from ${plainName(requester)}.`}
      title="A request for you"
      why={assigned}
    >
      <Words>{happened}</Words>
      <Details
        desk={desk}
        rows={[
          { label: "Status", value: status },
          { label: "Requester", value: plainName(requester) },
        ]}
      />
      <Action desk={desk} href={request.url}>
        Open request
      </Action>
    </Layout>
  );
}

AssignedToYou.PreviewProps = {
  ...exampleForAgent,
  assignedBy: "Priya Nair",
  status: "Waiting for support",
  requester: "Ada Okafor",
} satisfies AssignedToYouProps;
