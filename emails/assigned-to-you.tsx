import { Details } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

/** `request.url` is the agent's page. */
export type AssignedToYouProps = RequestMailProps & { assignedBy: string; status: string; requester: string };

export function subject({ request }: AssignedToYouProps) {
  return requestSubject(request);
}

export default function AssignedToYou(props: AssignedToYouProps) {
  const { t, desk, recipient, request, assignedBy, status, requester } = props;
  const [who, from] = [plainName(t, assignedBy), plainName(t, requester)];
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.assigned_to_you.preview", { who, status: plain(status), requester: from })}
      title={t("mails.assigned_to_you.title")}
      why={t("mails.footer.assigned")}
    >
      <Words>{t("mails.assigned_to_you.text", { who })}</Words>
      <Details
        t={t}
        desk={desk}
        rows={[
          { label: t("mails.assigned_to_you.status"), value: status },
          { label: t("mails.assigned_to_you.requester"), value: from },
        ]}
      />
      <Action desk={desk} href={request.url}>
        {t("mails.open_request")}
      </Action>
    </Layout>
  );
}

AssignedToYou.PreviewProps = {
  ...exampleForAgent,
  assignedBy: "Priya Nair",
  status: "Waiting for support",
  requester: "Ada Okafor",
} satisfies AssignedToYouProps;
