import { StatusChange } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { Change, RequestMailProps, Side, Written } from "./types";

/** `request.url` is the agent's page. */
export type RequestNewsProps = RequestMailProps &
  Written & {
    author: string;
    side: Side;
    /** Why its reader, an agent, hears of it. */
    reason: "assigned" | "followed";
    /** What they did, as a sentence, where it is more than a reply. */
    happened?: string;
    change?: Change;
  };

export function subject({ request }: RequestNewsProps) {
  return requestSubject(request);
}

export default function RequestNews(props: RequestNewsProps) {
  const { t, desk, recipient, request, author, side, reason, happened, body, files, change } = props;
  const who = plainName(t, author);
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
      why={t(`mails.footer.${reason}`)}
    >
      {change && <StatusChange t={t} {...change} />}
      <Quotation t={t} desk={desk} author={author} side={side} body={body} files={files} />
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
      </Action>
    </Layout>
  );
}

RequestNews.PreviewProps = {
  ...exampleForAgent,
  author: "Ada Okafor",
  side: "customer",
  reason: "assigned",
  body: "It is Firefox. The file in a text editor:\n\n```\nid;name;city\n1;Müller, Ana;Graz\n```\n\n> which browser you export with\n\nThe same on my colleague's machine.",
  files: [
    { name: "screen.png", size: 212_000 },
    { name: "export.csv", size: 900 },
  ],
  change: { from: "Waiting for customer", to: "Waiting for support" },
} satisfies RequestNewsProps as RequestNewsProps;
