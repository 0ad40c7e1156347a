import { tellPieces, timeOf, unseen } from "@/components/requests/telling";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import { customerNoteLimits } from "@/lib/desk/input";
import type { Translator } from "@/lib/messages/translate";
import type { ToldCustomerNotes } from "./customer-notes";

/** Undefined for readers who may not see these notes. */
export function tellCustomerNotes(
  { customer, knowsCustomer }: DeskPage,
  t: Translator,
  clock: Clock,
): ToldCustomerNotes | undefined {
  if (!knowsCustomer) return undefined;
  return {
    title: t("customer_notes.title"),
    none: t("customer_notes.none"),
    notes: customer.notes.map(({ id, body, version, writer, writtenAt }) => {
      const about = { words: beginningOf(body), what: unseen };
      return {
        ...{ id, body, version },
        written: tellPieces(t, "customer_notes.written", {
          name: { person: writer },
          time: timeOf(writtenAt, clock),
        }),
        edit: tellPieces(t, "customer_notes.edit", about),
        remove: tellPieces(t, "customer_notes.remove", about),
      };
    }),
    add: t("customer_notes.add"),
    words: {
      label: t("customer_notes.words"),
      help: t("customer_notes.help"),
      maxLength: customerNoteLimits.body,
    },
    save: { label: t("customer_notes.save"), working: t("customer_notes.saving") },
  };
}

/** Enough to tell notes apart by ear. */
const beginningOf = (body: string) => body.slice(0, 40).toWellFormed();
