import { StatusChange } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
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
  const { t, desk, recipient, request, customer, happened, body, files, change } = props;
  const who = plainName(t, customer);
  const isSaid = Boolean(body || files?.length);
  const title = happened ?? t("mails.customer_replied.title", { who, did: isSaid ? "reply" : "other" });
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={isSaid ? t("mails.written.preview", { who, words: firstWords(props) }) : title}
      title={title}
      why={t("mails.footer.assigned")}
    >
      {change && <StatusChange t={t} {...change} />}
      <Quotation t={t} desk={desk} author={customer} side="customer" body={body} files={files} />
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
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
