import { StatusChange } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, assigned } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Said } from "./quotation";
import type { Change, RequestMailProps, Written } from "./types";

/** `request.url` is the agent's page. */
export type CustomerRepliedProps = RequestMailProps &
  Written & {
    customer: string;
    /** What they did, as a sentence, where it is more than a reply. */
    happened?: string;
    change?: Change;
  };

export function subject({ request }: CustomerRepliedProps) {
  return requestSubject(request);
}

export default function CustomerReplied(props: CustomerRepliedProps) {
  const { desk, recipient, request, customer, happened, body, files, change } = props;
  const name = plainName(customer);
  const isSaid = Boolean(body || files?.length);
  const did = happened ?? `${name} ${isSaid ? "replied" : "changed the status"}`;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={isSaid ? `${name}: ${firstWords(props)}` : did}
      title={did}
      why={assigned}
    >
      {change && <StatusChange {...change} />}
      <Said desk={desk} author={customer} side="customer" body={body} files={files} />
      <Action desk={desk} href={request.url}>
        Open request
      </Action>
    </Layout>
  );
}

CustomerReplied.PreviewProps = {
  ...exampleForAgent,
  customer: "Ada Okafor",
  body: "It is Firefox. The file in a text editor:\n\n```\nid;name;city\n1;Müller, Ana;Graz\n```\n\n> which browser you export with\n\nThe same on my colleague's machine.",
  files: [
    { name: "screen.png", size: 212_000 },
    { name: "export.csv", size: 900 },
  ],
  change: { from: "Waiting for customer", to: "Waiting for support" },
} satisfies CustomerRepliedProps as CustomerRepliedProps;
