import { Details, withPlainLabels } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { Fact, RequestMailProps } from "./types";

/** `request.url` is the agent's page. */
export type NewRequestProps = RequestMailProps & {
  requester: string;
  type: string;
  answers: Fact[];
  /** How long nobody has taken it, where it tells that. */
  minutes?: number;
};

export function subject({ request }: NewRequestProps) {
  return requestSubject(request);
}

export default function NewRequest(props: NewRequestProps) {
  const { t, desk, recipient, request, requester, type, answers, minutes } = props;
  const from = plainName(t, requester);
  const isLeft = minutes !== undefined;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.new_request.preview", { from, type: plain(type) })}
      title={isLeft ? t("mails.new_request.left", { minutes }) : t("mails.new_request.title")}
      why={t(isLeft ? "mails.footer.left_unassigned" : "mails.footer.arrived")}
    >
      <Words>{t("mails.new_request.text", { from, type: plain(type) })}</Words>
      <Details t={t} desk={desk} rows={withPlainLabels(answers)} />
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
      </Action>
    </Layout>
  );
}

NewRequest.PreviewProps = {
  ...exampleForAgent,
  requester: "Ada Okafor",
  type: "Report a problem",
  answers: [{ label: "What happens?", value: "Two columns are missing in each file.", isLong: true }],
} satisfies NewRequestProps as NewRequestProps;
