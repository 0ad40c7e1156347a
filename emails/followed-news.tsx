import { StatusChange } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { Change, RequestMailProps, Side, Written } from "./types";

/** `request.url` is the agent's page. */
export type FollowedNewsProps = RequestMailProps &
  Written & {
    author: string;
    side: Side;
    /** What they did, as a sentence, where it is more than a reply. */
    happened?: string;
    change?: Change;
  };

export function subject({ request }: FollowedNewsProps) {
  return requestSubject(request);
}

export default function FollowedNews(props: FollowedNewsProps) {
  const { t, desk, recipient, request, author, side, happened, body, files, change } = props;
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
      why={t("mails.footer.followed")}
    >
      {change && <StatusChange t={t} {...change} />}
      <Quotation t={t} desk={desk} author={author} side={side} body={body} files={files} />
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
      </Action>
    </Layout>
  );
}

FollowedNews.PreviewProps = {
  ...exampleForAgent,
  author: "Ada Okafor",
  side: "customer",
  body: "It is Firefox, and the same on my colleague's machine.",
  change: { from: "Waiting for customer", to: "Waiting for support" },
} satisfies FollowedNewsProps as FollowedNewsProps;
