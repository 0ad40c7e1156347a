import { Who } from "./badge";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { RequestMailProps, Side, Written } from "./types";

export type ReopenedProps = RequestMailProps & Written & { who: string; side: Side };

export function subject({ request }: ReopenedProps) {
  return requestSubject(request);
}

export default function Reopened(props: ReopenedProps) {
  const { t, desk, recipient, request, who, side, body, files, signature } = props;
  const name = plainName(t, who);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.reopened.text", { who: name })}
      title={t("mails.reopened.title")}
    >
      <Words>
        {t.rich("mails.reopened.text", { who: <Who t={t} desk={desk} name={name} side={side} /> })}
      </Words>
      <Quotation t={t} desk={desk} author={who} side={side} body={body} files={files} signature={signature} />
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
    </Layout>
  );
}

Reopened.PreviewProps = {
  ...example,
  who: "Minh Tran",
  side: "customer",
  body: "It is back this morning, now with **three** columns missing.",
} satisfies ReopenedProps as ReopenedProps;
