import type { ComponentProps, ReactNode } from "react";
import { Form } from "@/components/form/form";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import { OrderedRows } from "./ordered-rows";
import { archiveFormId, orderFormId, rowsTexts } from "./rows-texts";

type Action = ComponentProps<typeof Form>["action"];
type Row = ComponentProps<typeof OrderedRows>["rows"][number] & { isArchived: boolean };
type Props = {
  t: Translator;
  path: string;
  rows: Row[];
  titles: { inUse: string; archived: string; aboutArchived: string; fresh: string };
  /** Where none is in use. */
  none: ReactNode;
  shift: Action;
  /** If it is done here, and not on the page of each. */
  archive?: Action;
  /** The form for a new one. */
  children: ReactNode;
};

/** Those in use in their order, which can be changed, those that are archived, and a form for another. */
export function RowCards({ t, path, rows, titles, none, shift, archive, children }: Props) {
  const texts = rowsTexts(t);
  const inUse = rows.filter(({ isArchived }) => !isArchived);
  const archived = rows.filter(({ isArchived }) => isArchived);
  return (
    <>
      {archive && <Form action={archive} id={archiveFormId} labels={{}} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {inUse.length === 0 ? (
            none
          ) : (
            <Card title={titles.inUse} id="in-use">
              <Form action={shift} id={orderFormId} labels={{}} />
              <OrderedRows
                {...{ texts, path, rows: inUse }}
                canBeMoved
                {...(archive && { turn: "archive" })}
              />
            </Card>
          )}
          {archived.length > 0 && (
            <Card title={titles.archived} id="archived" intro={titles.aboutArchived}>
              <OrderedRows {...{ texts, path, rows: archived }} {...(archive && { turn: "restore" })} />
            </Card>
          )}
        </div>
        <Card title={titles.fresh} id="new">
          {children}
        </Card>
      </div>
    </>
  );
}
