import { exampleDesk } from "./example";
import { Layout } from "./layout";
import { Action, Note, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps } from "./types";

/** Holds nothing that the sharer wrote: it goes to whatever address they typed. The recipient's name is never shown. */
export type SharedWithYouProps = MailProps & {
  reference: string;
  sharedBy: string;
  url: string;
  until: string;
};

export function subject({ desk }: SharedWithYouProps) {
  return `An invitation to a request at ${plain(desk.name)}`;
}

export default function SharedWithYou(props: SharedWithYouProps) {
  const { desk, reference, sharedBy, url, until } = props;
  return (
    <Layout
      desk={desk}
      subject={subject(props)}
      preview={`From ${plain(sharedBy, 254)}. It waits until ${until}.`}
      title="A request is shared with you"
      why={
        `You get this because ${plain(sharedBy, 254)} entered your address. If you do not know that address, ` +
        "ignore this mail: nothing will happen."
      }
    >
      <Words>
        {plain(sharedBy, 254)} invites you to take part in the request {plain(reference, 40)} at{" "}
        {plain(desk.name)}. Once you accept, you can read and answer it, and you get emails about it.
      </Words>
      <Words>
        Open the invitation and log in with this address, or sign up with it if you have no account yet. Then
        accept.
      </Words>
      <Action desk={desk} href={url}>
        Open the invitation
      </Action>
      <Note>
        It waits for you until {until}, and works once. Only an account with this address can accept it.
      </Note>
    </Layout>
  );
}

SharedWithYou.PreviewProps = {
  desk: exampleDesk,
  recipient: { name: "" },
  reference: "LDG-1042",
  sharedBy: "ada@acme.example",
  url: "https://desk.example.com/invitations/q8Zt3nV5xB",
  until: "Tuesday 1 December 2026 at 12:30 UTC",
} satisfies SharedWithYouProps;
