import { Who } from "./badge";
import { StatusChange } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import { Quotation } from "./quotation";
import type { Change, RequestMailProps, Side, Written } from "./types";

export type StatusChangedProps = RequestMailProps & Change & Written & { who: string; side: Side };

export function subject({ request }: StatusChangedProps) {
  return requestSubject(request);
}

export default function StatusChanged(props: StatusChangedProps) {
  const { t, desk, recipient, request, who, side, from, to, body, files, signature } = props;
  const name = plainName(t, who);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.status_changed.preview", { who: name, from: plain(from), to: plain(to) })}
      title={t("mails.status_changed.title", { status: plain(to) })}
    >
      {!body && !files?.length && (
        <Words>
          {t.rich("mails.status_changed.text", {
            who: <Who t={t} desk={desk} name={name} side={side} />,
          })}
        </Words>
      )}
      <StatusChange t={t} from={from} to={to} />
      <Quotation t={t} desk={desk} author={who} side={side} body={body} files={files} signature={signature} />
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
    </Layout>
  );
}

StatusChanged.PreviewProps = {
  ...example,
  who: "Tomás Reyes",
  side: "support",
  from: "Waiting for support",
  to: "In progress",
} satisfies StatusChangedProps as StatusChangedProps;
