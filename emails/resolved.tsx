import { example } from "./example";
import { Layout } from "./layout";
import { plain, plainName, requestSubject } from "./plain";
import { Said } from "./said";
import type { RequestMailProps, Side } from "./types";
import { Action, Note, onThisRequest, Words } from "./words";

/** `how` is the label of the resolution, `reopenUntil` a date ready to read. */
export type ResolvedProps = RequestMailProps & {
  who: string;
  side: Side;
  how: string;
  body?: string;
  reopenUntil: string;
};

export function subject({ request }: ResolvedProps) {
  return requestSubject(request);
}

export default function Resolved(props: ResolvedProps) {
  const { desk, recipient, request, who, side, how, body, reopenUntil } = props;
  const name = plainName(who);
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={`${name} resolved it: ${plain(how)}.`}
      title="This request is resolved"
      why={onThisRequest}
    >
      <Words>
        {name} resolved it: <strong>{plain(how)}</strong>.
      </Words>
      {body && <Said desk={desk} author={who} side={side} body={body} />}
      <Action desk={desk} href={request.url}>
        View request
      </Action>
      <Note>Not solved after all? You can re-open it until {plain(reopenUntil)}.</Note>
    </Layout>
  );
}

Resolved.PreviewProps = {
  ...example,
  who: "Tomás Reyes",
  side: "support",
  how: "Done",
  body: "Mended this morning: the export has all 14 columns again. Thank you for telling us!",
  reopenUntil: "13 June 2025",
} satisfies ResolvedProps as ResolvedProps;
