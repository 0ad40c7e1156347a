import "server-only";
import { type Act, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import type { StatusWordsInput } from "./input";
import { loadType } from "./load";
import { statusWords } from "./status-words";
import { changesOf } from "./words";

/** Without a word of its own a status is called as everywhere. @throws Refusal not_found, conflict (changed since) */
export async function nameStatuses(act: Act, { slug, version, words }: StatusWordsInput): Promise<void> {
  const { type } = await loadType(act, slug);
  const rows = await act.tx.typeStatus.findMany({
    where: { typeId: type.id },
    select: { status: true, name: true },
  });
  const present = Object.fromEntries(
    statusWords.map(status => [status, rows.find(row => row.status === status)?.name ?? ""]),
  );
  const changes = changesOf(present, words);
  if (changes.length === 0) return;
  if (version !== type.version) throw refuse("type.changed", {}, { corrections: { version: type.version } });
  await act.tx.requestType.updateMany({ where: { id: type.id }, data: { version: { increment: 1 } } });
  await act.tx.typeStatus.deleteMany({ where: { typeId: type.id } });
  await act.tx.typeStatus.createMany({
    data: statusWords
      .filter(status => words[status] !== "")
      .map(status => ({ typeId: type.id, status, name: words[status] })),
  });
  await recordChanges(act, "type_statuses_named", changes, {}, { typeId: type.id });
}
