import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { type Owner, ownerField, replyPath } from "@/lib/canned-replies/paths";
import type { ReplyRow } from "@/lib/canned-replies/read";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";

type Actions = { archive: FormAction; restore: FormAction; shift: FormAction };
type Props = {
  t: Translator;
  owner: Owner;
  shown: ReplyRow[];
  archived: ReplyRow[];
  actions: Actions;
};

const about = (words: ReactNode) => <span className="sr-only">{words}</span>;

export function ReplyList({ t, owner, shown, archived, actions }: Props) {
  const of = ownerField(owner);
  return (
    <div className="grid gap-6">
      {shown.length > 0 && (
        <Card title={t("canned_replies.list")} id="in-use">
          <ul className="named-rows">
            {shown.map((reply, index) => (
              <li key={reply.id}>
                <Words reply={reply} href={replyPath(owner, reply.slug)} />
                <div>
                  {index > 0 && <Shift {...{ t, of, reply }} to="earlier" action={actions.shift} />}
                  {index < shown.length - 1 && (
                    <Shift {...{ t, of, reply }} to="later" action={actions.shift} />
                  )}
                  <Form
                    action={actions.archive}
                    id={`archive-${reply.slug}`}
                    labels={{}}
                    hidden={{ of, reply: reply.id }}
                  >
                    <SubmitButton variant="quiet" size="small" working={t("canned_replies.saving")}>
                      {t.rich("canned_replies.archive", { name: reply.name, about })}
                    </SubmitButton>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {archived.length > 0 && (
        <Card title={t("canned_replies.archived")} id="archived" intro={t("canned_replies.archived.intro")}>
          <ul className="named-rows">
            {archived.map(reply => (
              <li key={reply.id}>
                <Words reply={reply} href={replyPath(owner, reply.slug)} />
                <div>
                  <Form
                    action={actions.restore}
                    id={`restore-${reply.slug}`}
                    labels={{}}
                    hidden={{ of, reply: reply.id }}
                  >
                    <SubmitButton variant="secondary" size="small" working={t("canned_replies.saving")}>
                      {t.rich("canned_replies.restore", { name: reply.name, about })}
                    </SubmitButton>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Words({ reply: { name, body }, href }: { reply: ReplyRow; href: string }) {
  return (
    <p>
      <a href={href} dir="auto">
        {name}
      </a>
      <span dir="auto">{body}</span>
    </p>
  );
}

type ShiftProps = {
  t: Translator;
  of: string;
  to: "earlier" | "later";
  reply: ReplyRow;
  action: FormAction;
};

function Shift({ t, of, to, reply, action }: ShiftProps) {
  const label = t(to === "earlier" ? "canned_replies.earlier" : "canned_replies.later", { name: reply.name });
  return (
    <Form action={action} id={`${to}-${reply.slug}`} labels={{}} hidden={{ of, reply: reply.id, to }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
