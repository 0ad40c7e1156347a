import "server-only";
import { isDeepStrictEqual } from "node:util";
import { archiveCategory } from "../catalog/categories";
import { setForm } from "../catalog/new-form";
import { moveType } from "../catalog/order";
import { setAudience } from "../catalog/restriction";
import { statusWords } from "../catalog/status-words";
import { nameStatuses } from "../catalog/statuses";
import { textsOfType } from "../catalog/texts";
import { tidyTranslations } from "../catalog/translations";
import { addWholeType, chooseFallback, describeType, publishType } from "../catalog/types";
import type { Act } from "../events/act";
import type { Status, TypeAudience } from "../generated/enums";
import { setTeamOfType } from "../teams/types";
import type { Path } from "./remark";
import type { Guide } from "./section";
import { bringTranslations, filed, flat } from "./translations";
import type { FileType } from "./type";

/** A type, and the category it stands in. */
export type Placed = FileType & { category: string };

type Work = {
  act: Act;
  guide: Guide;
  /** Whether this category is archived, and stays so. */
  isKept(category: string): boolean;
};

export async function addPlaced(work: Work, type: Placed, path: Path): Promise<void> {
  const { slug, category, name, description, icon, keywords, form, priorityRule } = type;
  const words = { name, description, icon, keywords };
  const translations = tidyTranslations(flat(type.translations), textsOfType(words));
  const whole = {
    ...{ slug, category, ...words, translations, fields: form, rule: priorityRule ?? null },
    isPublished: !type.draft,
  };
  await whileOpen(work, category, () => addWholeType(work.act, whole));
  const { audience: _, ...rest } = type;
  const fresh = {
    team: undefined,
    statuses: undefined,
    translations: filed(translations),
    organisations: [],
  };
  await changePlaced(work, type, { ...rest, ...fresh }, path);
}

/** All but whom it is not for any more, and whether it is archived. */
export async function changePlaced(work: Work, type: Placed, was: Placed, path: Path): Promise<void> {
  const { act, guide } = work;
  const { slug, category, form, priorityRule: rule } = type;
  await describePlaced(act, type, was);
  if (category !== was.category)
    await whileOpen(work, category, () => moveType(act, { slug, category, before: null }));
  if (!isDeepStrictEqual([form, rule], [was.form, was.priorityRule]))
    await guide.at([...path, "form"], () => setForm(act, { slug, fields: form, rule: rule ?? null }));
  if (type.draft && !was.draft) throw guide.refuse([...path, "draft"], { code: "desk_file.is_published" });
  if (!type.draft && was.draft) await publishType(act, { slug, version: await versionOf(act, slug) });
  if (type.team !== was.team)
    await setTeamOfType(act, { slug, from: was.team ?? null, to: type.team ?? null });
  if (!isDeepStrictEqual(type.statuses, was.statuses)) await nameAll(act, type);
  const before = tidyTranslations(flat(was.translations), textsOf(type));
  await bringTranslations(act, guide, { of: "type", slug, path }, flat(type.translations), before);
  if (audienceOf(type) === "everyone" && audienceOf(was) !== "everyone") await restrict(act, type);
}

/** What is offered when nothing else fits is for everyone: it is chosen once that is so, and before others are restricted. */
export async function settleTypes(work: Work, wanted: Placed[], now: Placed[], paths: Path[]): Promise<void> {
  const { act, guide } = work;
  const [to, from] = [wanted.find(({ fallback }) => fallback), now.find(({ fallback }) => fallback)];
  if (from && !to)
    throw guide.refuse(["catalog"], { code: "desk_file.no_fallback", params: { slug: from.slug } });
  for (const [place, type] of wanted.entries())
    if (type === to && type.slug !== from?.slug)
      await guide.at([...(paths[place] ?? []), "fallback"], () => chooseFallback(act, { slug: type.slug }));
  const before = new Map(now.map(type => [type.slug, whomOf(type)]));
  for (const [place, type] of wanted.entries())
    if (audienceOf(type) !== "everyone" && !isDeepStrictEqual(before.get(type.slug), whomOf(type)))
      await guide.at(paths[place] ?? [], () => restrict(act, type));
}

/** What is in an archived category is changed by nobody but a file, which archives it again. */
async function whileOpen({ act, isKept }: Work, slug: string, work: () => Promise<unknown>): Promise<void> {
  if (isKept(slug)) await archiveCategory(act, { slug, isArchived: false });
  await work();
  if (isKept(slug)) await archiveCategory(act, { slug, isArchived: true });
}

async function describePlaced(act: Act, type: Placed, was: Placed): Promise<void> {
  const wordsOf = ({ name, description, icon, keywords }: Placed) => ({ name, description, icon, keywords });
  if (isDeepStrictEqual(wordsOf(type), wordsOf(was))) return;
  const { slug } = type;
  await describeType(act, { slug, version: await versionOf(act, slug), ...wordsOf(type) });
}

/** What it says by now. */
const textsOf = ({ statuses = {}, ...type }: Placed) =>
  textsOfType(
    type,
    Object.entries(statuses).map(([status, name]) => ({ status: status as Status, name })),
  );

async function nameAll(act: Act, { slug, statuses = {} }: Placed): Promise<void> {
  const words = Object.fromEntries(statusWords.map(status => [status, statuses[status] ?? ""]));
  await nameStatuses(act, {
    ...{ slug, version: await versionOf(act, slug) },
    words: words as Record<Status, string>,
  });
}

const audienceOf = ({ audience, organisations }: FileType): TypeAudience =>
  audience ?? (organisations.length > 0 ? "organisations" : "everyone");

const whomOf = ({ audience, organisations }: FileType) => [audience, organisations];

async function restrict(act: Act, type: Placed): Promise<void> {
  const { slug, organisations } = type;
  const version = await versionOf(act, slug);
  await setAudience(act, { slug, version, audience: audienceOf(type), organisations });
}

async function versionOf({ tx }: Act, slug: string): Promise<number> {
  const { version } = await tx.requestType.findUniqueOrThrow({ where: { slug }, select: { version: true } });
  return version;
}
