import { example } from "./example";
import { exampleOf, Happened, type Happening } from "./happened";
import { Layout } from "./layout";
import { Action, QuietLink, Subtitle, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps, Request } from "./types";

/** What happened on all requests of a person in a day. `day` is ready to read. */
export type DailyDigestProps = MailProps & {
  day: string;
  requests: { request: Request; happenings: Happening[] }[];
  listUrl: string;
  settingsUrl: string;
};

export function subject({ desk, day }: DailyDigestProps) {
  return `Your requests at ${plain(desk.name)}, ${plain(day)}`;
}

export default function DailyDigest(props: DailyDigestProps) {
  const { desk, recipient, requests, listUrl, settingsUrl } = props;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      subject={subject(props)}
      preview={requests.map(({ request }) => request.reference).join(", ")}
      title={requests.length === 1 ? "One request has news" : `${requests.length} requests have news`}
      why={
        <>
          You get this once a day, as you have chosen in your{" "}
          <QuietLink desk={desk} href={settingsUrl}>
            notification settings
          </QuietLink>
          .
        </>
      }
    >
      {requests.map(({ request, happenings }) => (
        <div key={request.reference}>
          <Subtitle>
            {plain(request.reference, 40)} · <bdi dir="auto">{plain(request.summary)}</bdi>
          </Subtitle>
          <Happened desk={desk} happenings={happenings} />
          <Words>
            <QuietLink desk={desk} href={request.url}>
              View {plain(request.reference, 40)}
            </QuietLink>
            {request.muteUrl && (
              <>
                {" · "}
                <QuietLink desk={desk} href={request.muteUrl}>
                  Don't notify me about {plain(request.reference, 40)}
                </QuietLink>
              </>
            )}
          </Words>
        </div>
      ))}
      <Action desk={desk} href={listUrl}>
        View your requests
      </Action>
    </Layout>
  );
}

DailyDigest.PreviewProps = {
  desk: example.desk,
  recipient: example.recipient,
  day: "14 May 2025",
  listUrl: "https://desk.example.com/requests",
  settingsUrl: "https://desk.example.com/settings/notifications",
  requests: [
    {
      request: example.request,
      happenings: [
        {
          at: "14 May 2025, 09:34",
          side: "support",
          ...exampleOf("Tomás Reyes", "wrote, and it is now “Waiting for you”"),
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
          side: "support",
          ...exampleOf("Priya Nair", "changed the status to “In progress”"),
        },
      ],
    },
  ],
} satisfies DailyDigestProps as DailyDigestProps;
