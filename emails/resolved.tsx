import { Who } from "./badge";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { RequestMailProps, Side, Written } from "./types";

/**
 * `how` is the label of the resolution, nothing where a customer killed the issue; `reopenUntil` is a date ready
 * to read, and `mayReopen` says whether the reader may do that.
 */
export type ResolvedProps = RequestMailProps &
  Written & {
    who: string;
    side: Side;
    how?: string;
    mayReopen: boolean;
    reopenUntil: string;
  };

export function subject({ request }: ResolvedProps) {
  return requestSubject(request);
}

export default function Resolved(props: ResolvedProps) {
  const { t, desk, recipient, request, who, side, how, body, files, signature, mayReopen, reopenUntil } =
    props;
  const name = plainName(t, who);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={
        how
          ? t("mails.resolved.preview", { who: name, how: plain(how) })
          : t("mails.resolved.preview_killed", { who: name })
      }
      title={t("mails.resolved.title")}
    >
      <Words>
        {how
          ? t.rich("mails.resolved.text", {
              who: <Who t={t} desk={desk} name={name} side={side} />,
              how: <strong>{plain(how)}</strong>,
            })
          : t("mails.resolved.text_killed", { who: name })}
      </Words>
      <Quotation t={t} desk={desk} author={who} side={side} body={body} files={files} signature={signature} />
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
      <Note>
        {t("mails.resolved.reopen", { reader: mayReopen ? "requester" : "other", day: plain(reopenUntil) })}
      </Note>
    </Layout>
  );
}

Resolved.PreviewProps = {
  ...example,
  who: "Tomás Reyes",
  side: "support",
  how: "Done",
  body: "Fixed this morning: the export has all 14 columns again. Thank you for telling us!",
  signature: "Tomás Reyes\n**Lodge** · Mondays to Thursdays",
  mayReopen: true,
  reopenUntil: "13 June 2025",
} satisfies ResolvedProps as ResolvedProps;
