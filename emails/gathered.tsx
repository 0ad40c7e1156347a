import { example } from "./example";
import { Happened, type Happening, previewOf } from "./happened";
import { Layout } from "./layout";
import { Action, QuietLink } from "./parts";
import { requestSubject } from "./plain";
import type { Request, RequestMailProps } from "./types";

/** What happened on one request since the last mail, for people who want it gathered. */
export type GatheredProps = RequestMailProps & { happenings: Happening[]; settingsUrl: string };

export function subject({ request }: GatheredProps) {
  return requestSubject(request);
}

function readerOf({ isFollowed, muteUrl }: Request) {
  if (isFollowed) return "follower";
  return muteUrl ? "member" : "agent";
}

export default function Gathered(props: GatheredProps) {
  const { t, desk, recipient, request, happenings, settingsUrl } = props;
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={previewOf(t, happenings)}
      title={t("mails.gathered.title", { count: happenings.length })}
      why={t.rich("mails.gathered.why", {
        reader: readerOf(request),
        link: words => (
          <QuietLink desk={desk} href={settingsUrl}>
            {words}
          </QuietLink>
        ),
      })}
    >
      <Happened t={t} desk={desk} happenings={happenings} />
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
    </Layout>
  );
}

Gathered.PreviewProps = {
  ...example,
  settingsUrl: "https://desk.example.com/settings/notifications",
  happenings: [
    {
      at: "14 May 2025, 09:32",
      who: "Tomás Reyes",
      side: "support",
      typeSlug: "report-a-problem",
      what: {
        code: "history.news.moved",
        params: { name: "Tomás Reyes", status: { code: "statuses.customer.in_progress" } },
      },
    },
    {
      at: "14 May 2025, 09:34",
      who: "Tomás Reyes",
      side: "support",
      typeSlug: "report-a-problem",
      what: { code: "history.news.wrote", params: { name: "Tomás Reyes" } },
      body: "I can see it too: **two columns are dropped**.",
    },
  ],
} satisfies GatheredProps as GatheredProps;
