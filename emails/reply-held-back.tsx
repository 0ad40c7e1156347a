import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

/** `request.url` is the agent's page. */
export function subject({ request }: RequestMailProps) {
  return requestSubject(request);
}

export default function ReplyHeldBack(props: RequestMailProps) {
  const { t, desk, recipient, request } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.reply_held_back.text")}
      title={t("mails.reply_held_back.title")}
      why={t("mails.footer.reply_held_back")}
    >
      <Words>{t("mails.reply_held_back.text")}</Words>
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
      </Action>
    </Layout>
  );
}

ReplyHeldBack.PreviewProps = exampleForAgent satisfies RequestMailProps as RequestMailProps;
