import { Who } from "./badge";
import { StatusChange } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, onThisRequest, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import { Said } from "./quotation";
import type { Change, RequestMailProps, Side, Written } from "./types";

export type StatusChangedProps = RequestMailProps & Change & Written & { who: string; side: Side };

export function subject({ request }: StatusChangedProps) {
  return requestSubject(request);
}

export default function StatusChanged(props: StatusChangedProps) {
  const { desk, recipient, request, who, side, from, to, body, files } = props;
  const name = plainName(who);
  return (
    <Layout
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={`${name} changed the status from ${plain(from)} to ${plain(to)}.`}
      title={`The status is now ${plain(to)}`}
      why={onThisRequest}
    >
      {!body && !files?.length && (
        <Words>
          <Who desk={desk} name={name} side={side} /> changed the status of this request.
        </Words>
      )}
      <StatusChange from={from} to={to} />
      <Said desk={desk} author={who} side={side} body={body} files={files} />
      <Action desk={desk} href={request.url}>
        View request
      </Action>
    </Layout>
  );
}

StatusChanged.PreviewProps = {
  ...example,
  who: "Tomás Reyes",
  side: "support",
  from: "Waiting for support",
  to: "In progress",
} satisfies StatusChangedProps as StatusChangedProps;
