import { separators } from "@/lib/formats";
import { Details } from "./details";
import { exampleForAgent } from "./example";
import { Layout } from "./layout";
import { Action } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { RequestMailProps } from "./types";

type Corrected = { label: string; before: string; after: string; isLong?: boolean };

/** `reader`: whose page `request.url` is. */
export type RequestCorrectedProps = RequestMailProps & {
  reader: "agent" | "customer";
  by: string;
  changes: Corrected[];
};

export function subject({ request }: RequestCorrectedProps) {
  return requestSubject(request);
}

export default function RequestCorrected(props: RequestCorrectedProps) {
  const { t, desk, recipient, request, reader, by, changes } = props;
  const who = plainName(t, by);
  const fields = plain(changes.map(({ label }) => label).join(separators(t.language).comma), 120);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.request_corrected.preview", { who, fields })}
      title={t("mails.request_corrected.title", { who })}
      why={t(reader === "agent" ? "mails.footer.assigned" : "mails.footer.on_request")}
    >
      <Details
        t={t}
        desk={desk}
        rows={changes.flatMap(({ label, before, after, isLong }) => [
          { label: t("mails.request_corrected.before", { field: plain(label) }), value: before, isLong },
          { label: t("mails.request_corrected.now", { field: plain(label) }), value: after, isLong },
        ])}
      />
      <Action desk={desk} href={request.url}>
        {t(reader === "agent" ? "mails.open_request" : "mails.view_request")}
      </Action>
    </Layout>
  );
}

RequestCorrected.PreviewProps = {
  ...exampleForAgent,
  reader: "agent",
  by: "Ada Okafor",
  changes: [
    { label: "How much does this affect your work?", before: "Minor issue", after: "Some work is blocked" },
    { label: "Which browser do you use?", before: "Not answered", after: "Firefox, Chrome" },
  ],
} satisfies RequestCorrectedProps as RequestCorrectedProps;
