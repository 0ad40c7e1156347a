import "server-only";
import { type Act, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import type { StatusWordsInput } from "./input";
import { loadType } from "./load";
import { statusWords } from "./status-words";
import { textsOfType } from "./texts";
import { tidyTranslations, translationsOf } from "./translations";
import { changesOf } from "./words";

/** The words of its own that a type has for statuses. */
export const readStatuses = ({ tx }: Act, typeId: string) =>
  tx.typeStatus.findMany({ where: { typeId }, select: { status: true, name: true } });

/** Without a word of its own a status is called as everywhere. @throws Refusal not_found, conflict (changed since) */
export async function nameStatuses(act: Act, { slug, version, words }: StatusWordsInput): Promise<void> {
  const { type } = await loadType(act, slug);
  const rows = await readStatuses(act, type.id);
  const present = Object.fromEntries(
    statusWords.map(status => [status, rows.find(row => row.status === status)?.name ?? ""]),
  );
  const changes = changesOf(present, words);
  if (changes.length === 0) return;
  if (version !== type.version) throw refuse("type.changed", {}, { corrections: { version: type.version } });
  const named = statusWords.map(status => ({ status, name: words[status] }));
  const translations = tidyTranslations(translationsOf(type.translations), textsOfType(type, named));
  await act.tx.requestType.updateMany({
    where: { id: type.id },
    data: { translations, version: { increment: 1 } },
  });
  await act.tx.typeStatus.deleteMany({ where: { typeId: type.id } });
  await act.tx.typeStatus.createMany({
    data: named.filter(({ name }) => name !== "").map(one => ({ typeId: type.id, ...one })),
  });
  await recordChanges(act, "type_statuses_named", changes, {}, { typeId: type.id });
}
