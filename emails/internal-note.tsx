import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, Note } from "./parts";
import { firstWords, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { RequestMailProps, Written } from "./types";

/** `request.url` is the agent's page. */
export type InternalNoteProps = RequestMailProps & Written & { author: string; mentionsYou: boolean };

export function subject({ request }: InternalNoteProps) {
  return requestSubject(request);
}

export default function InternalNote(props: InternalNoteProps) {
  const { t, desk, recipient, request, author, mentionsYou, body, files } = props;
  const who = plainName(t, author);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.written.preview", { who, words: firstWords(props) })}
      title={t(mentionsYou ? "mails.internal_note.mentioned" : "mails.internal_note.title", { who })}
      why={t(mentionsYou ? "mails.footer.mentioned" : "mails.footer.followed")}
    >
      <Quotation t={t} desk={desk} author={author} side="support" body={body} files={files} />
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
      </Action>
      <Note>{t("mails.internal_note.hint")}</Note>
    </Layout>
  );
}

InternalNote.PreviewProps = {
  ...exampleForAgent,
  author: "Priya Nair",
  mentionsYou: true,
  body: "@Tomás Reyes this looks like the quoting problem of last week. Could you take a look?",
} satisfies InternalNoteProps as InternalNoteProps;
