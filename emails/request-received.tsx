import { Details } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Subtitle, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

export type RequestReceivedProps = RequestMailProps & {
  type: string;
  answers: { label: string; value: string }[];
};

export function subject({ request }: RequestReceivedProps) {
  return requestSubject(request);
}

export default function RequestReceived(props: RequestReceivedProps) {
  const { t, desk, recipient, request, type, answers } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.request_received.next")}
      title={t("mails.request_received.title")}
      why={t("mails.request_received.why")}
    >
      <Words>
        {t.rich("mails.request_received.thanks", {
          name: plainName(t, recipient.name),
          reference: <strong>{plain(request.reference)}</strong>,
        })}
      </Words>
      <Words>{t("mails.request_received.next")}</Words>
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
      <Subtitle>{t("mails.request_received.what_you_sent")}</Subtitle>
      <Details
        t={t}
        desk={desk}
        rows={[{ label: t("mails.request_received.type"), value: type }, ...answers]}
      />
    </Layout>
  );
}

RequestReceived.PreviewProps = {
  ...example,
  type: "Report a problem with AMTL3",
  answers: [
    {
      label: "What happened?",
      value: "The export has 14 columns on the screen and 12 in the file.\nIt worked last week.",
    },
    { label: "How urgent is it?", value: "I can work around it" },
    { label: "Since when?", value: "12 May 2025" },
  ],
} satisfies RequestReceivedProps;
