import { Who } from "./badge";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Note, onThisRequest, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import { Said } from "./quotation";
import type { RequestMailProps, Side, Written } from "./types";

/**
 * `how` is the label of the resolution, nothing where a customer killed the issue; `reopenUntil` is a date ready
 * to read, and `mayReopen` says whether the reader may do that.
 */
export type ResolvedProps = RequestMailProps &
  Written & {
    who: string;
    side: Side;
    how?: string;
    mayReopen: boolean;
    reopenUntil: string;
  };

export function subject({ request }: ResolvedProps) {
  return requestSubject(request);
}

export default function Resolved(props: ResolvedProps) {
  const { desk, recipient, request, who, side, how, body, files, mayReopen, reopenUntil } = props;
  const name = plainName(who);
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={how ? `${name} resolved it: ${plain(how)}.` : `${name} killed the issue.`}
      title="This request is resolved"
      why={onThisRequest}
    >
      <Words>
        {how ? (
          <>
            <Who desk={desk} name={name} side={side} /> resolved it: <strong>{plain(how)}</strong>.
          </>
        ) : (
          `${name} killed the issue. Support will stop working on it.`
        )}
      </Words>
      <Said desk={desk} author={who} side={side} body={body} files={files} />
      <Action desk={desk} href={request.url}>
        View request
      </Action>
      <Note>
        Not solved after all? {mayReopen ? "You can" : "The person who raised it can"} re-open it until{" "}
        {plain(reopenUntil)}.
      </Note>
    </Layout>
  );
}

Resolved.PreviewProps = {
  ...example,
  who: "Tomás Reyes",
  side: "support",
  how: "Done",
  body: "Mended this morning: the export has all 14 columns again. Thank you for telling us!",
  mayReopen: true,
  reopenUntil: "13 June 2025",
} satisfies ResolvedProps as ResolvedProps;
