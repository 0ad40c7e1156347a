import { NothingHere } from "@/components/shell/nothing-here";
import { readTranslator } from "@/lib/messages/translate";

export default async function NotFound() {
  const t = await readTranslator();
  return <NothingHere t={t} href="/agent" label={t("queue.back")} />;
}
