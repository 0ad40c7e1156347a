import { StatusChange } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { Change, RequestMailProps, Side, Written } from "./types";

/** `change` is there when the same action moved the request as well: one action is one mail. */
export type CommentPostedProps = RequestMailProps &
  Written & {
    author: string;
    side: Side;
    change?: Change;
  };

export function subject({ request }: CommentPostedProps) {
  return requestSubject(request);
}

export default function CommentPosted(props: CommentPostedProps) {
  const { t, desk, recipient, request, author, side, body, files, signature, change } = props;
  const who = plainName(t, author);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.written.preview", { who, words: firstWords(props) })}
      title={t("mails.comment_posted.title", { side, who })}
    >
      {change && <StatusChange t={t} {...change} />}
      <Quotation
        t={t}
        desk={desk}
        author={author}
        side={side}
        body={body}
        files={files}
        signature={signature}
      />
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
    </Layout>
  );
}

CommentPosted.PreviewProps = {
  ...example,
  author: "Tomás Reyes",
  side: "support",
  body: [
    "Thank you for the file. I can see it too: **two columns are dropped** when the name contains a comma.",
    "Until it is fixed, this works:",
    "1. Open *Export settings*\n2. Choose `Tab` as the separator\n3. Export again",
    "More in [the export guide](https://docs.example.com/export).",
  ].join("\n\n"),
  files: [{ name: "export-with-tabs.csv", size: 18_400 }],
  change: { from: "Waiting for support", to: "In progress" },
} satisfies CommentPostedProps as CommentPostedProps;
