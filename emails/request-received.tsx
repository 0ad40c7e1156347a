import { Details, withPlainLabels } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, QuietLink, Subtitle, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

export type RequestReceivedProps = RequestMailProps & {
  type: string;
  answers: { label: string; value: string }[];
  /** The agent who raised it for its requester. */
  raisedBy?: string;
  /** Where a requester without an account gets one. */
  signUpUrl?: string;
};

export function subject({ request }: RequestReceivedProps) {
  return requestSubject(request);
}

export default function RequestReceived(props: RequestReceivedProps) {
  const { t, desk, recipient, request, type, answers, raisedBy, signUpUrl } = props;
  const reference = <strong>{plain(request.reference)}</strong>;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.request_received.next")}
      title={t("mails.request_received.title")}
      why={t(raisedBy ? "mails.request_received.why_raised_for" : "mails.request_received.why")}
    >
      <Words>
        {raisedBy
          ? t.rich("mails.request_received.raised_for", { agent: plainName(t, raisedBy), reference })
          : t.rich("mails.request_received.thanks", { name: plainName(t, recipient.name), reference })}
      </Words>
      <Words>{t("mails.request_received.next")}</Words>
      {signUpUrl && (
        <Words>
          {t.rich("mails.request_received.sign_up", {
            link: words => (
              <QuietLink desk={desk} href={signUpUrl}>
                {words}
              </QuietLink>
            ),
          })}
        </Words>
      )}
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
      <Subtitle>
        {t(raisedBy ? "mails.request_received.what_it_says" : "mails.request_received.what_you_sent")}
      </Subtitle>
      <Details
        t={t}
        desk={desk}
        rows={[{ label: t("mails.request_received.type"), value: type }, ...withPlainLabels(answers)]}
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
