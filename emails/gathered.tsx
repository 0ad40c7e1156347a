import { example } from "./example";
import { exampleOf, Happened, type Happening } from "./happened";
import { Layout } from "./layout";
import { Action, QuietLink } from "./parts";
import { requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

/** What happened on one request since the last mail, for people who want it gathered. */
export type GatheredProps = RequestMailProps & { happenings: Happening[]; settingsUrl: string };

export function subject({ request }: GatheredProps) {
  return requestSubject(request);
}

export default function Gathered(props: GatheredProps) {
  const { desk, recipient, request, happenings, settingsUrl } = props;
  const count = happenings.length;
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={happenings
        .map(({ what }) => what)
        .join("; ")
        .slice(0, 120)}
      title={count === 1 ? "One thing happened" : `${count} things happened`}
      why={
        <>
          You get this because{" "}
          {request.muteUrl ? "you are on this request" : "this request is assigned to you"}, and have chosen
          gathered mails in your{" "}
          <QuietLink desk={desk} href={settingsUrl}>
            notification settings
          </QuietLink>
          .
        </>
      }
    >
      <Happened desk={desk} happenings={happenings} />
      <Action desk={desk} href={request.url}>
        View request
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
      side: "support",
      ...exampleOf("Tomás Reyes", "changed the status to “In progress”"),
    },
    {
      at: "14 May 2025, 09:34",
      side: "support",
      ...exampleOf("Tomás Reyes", "wrote"),
      body: "I can see it too: **two columns are dropped**.",
    },
  ],
} satisfies GatheredProps as GatheredProps;
