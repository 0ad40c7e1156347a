import { Who } from "./badge";
import { TypeChange } from "./details";
import { example } from "./example";
import { Layout } from "./layout";
import { Action, Words } from "./parts";
import { plain, plainName, requestSubject } from "./plain";
import type { Change, RequestMailProps, Side } from "./types";

export type TypeChangedProps = RequestMailProps & Change & { who: string; side: Side };

export function subject({ request }: TypeChangedProps) {
  return requestSubject(request);
}

export default function TypeChanged(props: TypeChangedProps) {
  const { t, desk, recipient, request, who, side, from, to } = props;
  const name = plainName(t, who);
  return (
    <Layout
      t={t}
      desk={desk}
      recipient={recipient}
      request={request}
      subject={subject(props)}
      preview={t("mails.type_changed.preview", { who: name, from: plain(from), to: plain(to) })}
      title={t("mails.type_changed.title")}
      why={t("mails.footer.on_request")}
    >
      <Words>
        {t.rich("mails.type_changed.text", { who: <Who t={t} desk={desk} name={name} side={side} /> })}
      </Words>
      <TypeChange t={t} from={from} to={to} />
      <Action desk={desk} href={request.url}>
        {t("mails.view_request")}
      </Action>
    </Layout>
  );
}

TypeChanged.PreviewProps = {
  ...example,
  who: "Tomás Reyes",
  side: "support",
  from: "Help with AMTL3",
  to: "Report a problem with AMTL3",
} satisfies TypeChangedProps as TypeChangedProps;
