import { example, exampleOfAccount } from "./example";
import { Layout } from "./layout";
import { QuietLink } from "./parts";
import { plain } from "./plain";
import { Several, type SeveralProps } from "./several";

/** What happened on all requests of a person in a day. `day` is ready to read. */
export type DailyDigestProps = SeveralProps & { day: string; settingsUrl: string };

export function subject({ t, desk, day }: DailyDigestProps) {
  return t("mails.daily_digest.subject", { desk: plain(desk.name), day: plain(day) });
}

export default function DailyDigest(props: DailyDigestProps) {
  const { t, desk, recipient, requests, settingsUrl } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={requests.map(({ request }) => request.reference).join(", ")}
      title={t("mails.daily_digest.title", { count: requests.length })}
      why={t.rich("mails.daily_digest.why", {
        link: words => (
          <QuietLink desk={desk} href={settingsUrl}>
            {words}
          </QuietLink>
        ),
      })}
    >
      <Several {...props} />
    </Layout>
  );
}

DailyDigest.PreviewProps = {
  ...exampleOfAccount,
  day: "14 May 2025",
  listUrl: "https://desk.example.com/requests",
  settingsUrl: "https://desk.example.com/settings/notifications",
  requests: [
    {
      request: example.request,
      happenings: [
        {
          at: "14 May 2025, 09:34",
          who: "Tomás Reyes",
          side: "support",
          typeSlug: "report-a-problem",
          what: {
            code: "history.news.wrote_and_moved",
            params: { name: "Tomás Reyes", status: { code: "statuses.customer.waiting_for_customer" } },
          },
          body: "Which version do you use?",
        },
      ],
    },
    {
      request: {
        reference: "LDG-1050",
        summary: "A user for our new colleague",
        url: "https://desk.example.com/requests/LDG-1050",
      },
      happenings: [
        {
          at: "14 May 2025, 11:02",
          who: "Priya Nair",
          side: "support",
          typeSlug: "report-a-problem",
          what: {
            code: "history.news.moved",
            params: { name: "Priya Nair", status: { code: "statuses.customer.in_progress" } },
          },
        },
      ],
    },
  ],
} satisfies DailyDigestProps as DailyDigestProps;
