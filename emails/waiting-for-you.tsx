import { example } from "./example";
import { Layout } from "./layout";
import { Action, Note } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { RequestMailProps, Written } from "./types";

export type WaitingForYouProps = RequestMailProps & Written & { author: string };

export function subject({ request }: WaitingForYouProps) {
  return requestSubject(request);
}

export default function WaitingForYou(props: WaitingForYouProps) {
  const { t, desk, recipient, request, author, body, files, signature } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.waiting_for_you.preview", { who: plainName(t, author), words: firstWords(props) })}
      title={t("mails.waiting_for_you.title")}
    >
      <Quotation
        t={t}
        desk={desk}
        author={author}
        side="support"
        body={body}
        files={files}
        signature={signature}
      />
      <Action desk={desk} href={request.url}>
        {t("mails.waiting_for_you.respond")}
      </Action>
      <Note>{t("mails.waiting_for_you.waits")}</Note>
    </Layout>
  );
}

WaitingForYou.PreviewProps = {
  ...example,
  author: "Tomás Reyes",
  body: "Could you tell me\n\n- which **browser** you export with, and\n- whether the file opens correctly in a text editor?",
} satisfies WaitingForYouProps;
