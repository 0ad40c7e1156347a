import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Day } from "@/components/ui/day";
import type { Clock } from "@/lib/clock";
import type { ListedErasure } from "@/lib/erasures/read";
import type { Translator } from "@/lib/messages/translate";
import { withdraw } from "./actions";

type Props = { t: Translator; rows: ListedErasure[]; clock: Clock };

export function ErasureList({ t, rows, clock }: Props) {
  return (
    <ul className="-my-3 divide-y divide-line">
      {rows.map(row => (
        <li key={row.personId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="wrap-anywhere min-w-0 flex-1 basis-56 text-sm">
            {row.name === null ? (
              <p className="font-medium text-ink">{t("erasures.person.erased")}</p>
            ) : (
              <>
                <a dir="auto" href={`/admin/people/${row.personId}/erase`} className="link font-medium">
                  {row.name}
                </a>
                <p className="text-ink-soft">{row.email}</p>
              </>
            )}
            <p className="text-ink-soft">{stateOf(t, row, clock)}</p>
          </div>
          {!row.isBegun && <Withdraw t={t} personId={row.personId} name={row.name ?? ""} />}
        </li>
      ))}
    </ul>
  );
}

function stateOf(
  t: Translator,
  { askedBy: who, askedAt, dueAt, erasedAt, isBegun }: ListedErasure,
  clock: Clock,
) {
  if (erasedAt)
    return t.rich("erasures.row.erased", {
      who,
      day: <Day at={erasedAt} clock={clock} />,
      asked: <Day at={askedAt} clock={clock} />,
    });
  if (isBegun) return t("erasures.row.begun", { who });
  return t.rich("erasures.row.waiting", { who, day: <Day at={dueAt} clock={clock} /> });
}

export function Withdraw({ t, personId, name }: { t: Translator; personId: string; name: string }) {
  const about = (words: ReactNode) => <span className="sr-only">{words}</span>;
  return (
    <Form action={withdraw} id={`withdraw-${personId}`} labels={{}} hidden={{ person: personId }}>
      <SubmitButton variant="secondary" size="small" working={t("erasures.withdrawing")}>
        {t.rich("erasures.withdraw", { name, about })}
      </SubmitButton>
    </Form>
  );
}
