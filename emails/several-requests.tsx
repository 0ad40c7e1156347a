import DailyDigest from "./daily-digest";
import { Layout } from "./layout";
import { plain } from "./plain";
import { Several, type SeveralProps } from "./several";

/** What support did to several requests of a person at once. */
export function subject({ t, desk }: SeveralProps) {
  return t("mails.several_requests.subject", { desk: plain(desk.name) });
}

export default function SeveralRequests(props: SeveralProps) {
  const { t, desk, recipient, requests } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={requests.map(({ request }) => request.reference).join(", ")}
      title={t("mails.daily_digest.title", { count: requests.length })}
      why={t("mails.several_requests.why")}
    >
      <Several {...props} />
    </Layout>
  );
}

SeveralRequests.PreviewProps = DailyDigest.PreviewProps satisfies SeveralProps as SeveralProps;
