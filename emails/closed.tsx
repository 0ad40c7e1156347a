import { example } from "./example";
import { Layout } from "./layout";
import { Action, Note, QuietLink, Words } from "./parts";
import { plain, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

export type ClosedProps = RequestMailProps & {
  /** The reader raised it, and may follow it up; the link then leads there, else to the catalog. */
  canFollow: boolean;
  nextUrl: string;
};

export function subject({ request }: ClosedProps) {
  return requestSubject(request);
}

export default function Closed(props: ClosedProps) {
  const { t, desk, recipient, request, canFollow, nextUrl } = props;
  const reader = canFollow ? "requester" : "other";
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.closed.preview")}
      title={t("mails.closed.title")}
    >
      <Words>{t("mails.closed.text", { reader, reference: plain(request.reference, 40) })}</Words>
      <Action desk={desk} href={nextUrl}>
        {t("mails.closed.next", { reader })}
      </Action>
      <Note>
        <QuietLink desk={desk} href={request.url}>
          {t("mails.closed.view")}
        </QuietLink>
      </Note>
    </Layout>
  );
}

Closed.PreviewProps = {
  ...example,
  canFollow: true,
  nextUrl: "https://desk.example.com/catalog/report-a-problem?follows=LDG-1042",
} satisfies ClosedProps as ClosedProps;
