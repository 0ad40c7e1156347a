import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { archiveReply, changeReply, createReply, restoreReply } from "../canned-replies/change";
import { wordsOfReplyInput } from "../canned-replies/input";
import { otherLanguages } from "../canned-replies/languages";
import { lockReplies } from "../canned-replies/load";
import type { Owner } from "../canned-replies/paths";
import { isPlaceholder, placeholders, placeholdersIn, placeholderText } from "../canned-replies/placeholders";
import { removeTextIn, writeReplyIn } from "../canned-replies/texts";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { defaultLanguage } from "../messages/translate";
import { bringList } from "./bring";
import { archivedInput, listOf, slugInput } from "./input";
import type { Path } from "./remark";
import type { Guide, Section } from "./section";

const { name, keywords, body } = wordsOfReplyInput.shape;

const text = body.superRefine((words, context) => {
  const unknown = placeholdersIn(words).filter(name => !isPlaceholder(name));
  const params = {
    names: unknown.map(placeholderText).join(", "),
    known: placeholders.map(placeholderText).join(", "),
  };
  if (unknown.length > 0)
    context.addIssue({ code: "custom", message: messageCode("desk_file.placeholder"), params });
});

const texts = z.strictObject({
  [defaultLanguage]: text,
  ...Object.fromEntries(otherLanguages.map(language => [language, text.optional()])),
}) as unknown as z.ZodType<Record<string, string>>;

const reply = z.strictObject({
  slug: slugInput,
  name,
  keywords: keywords.default(""),
  archived: archivedInput,
  texts,
});
type Reply = z.output<typeof reply>;

const section = z.strictObject({
  desk: listOf(reply).default([]),
  teams: z.record(z.string(), listOf(reply)).default({}),
});

export const cannedReplies: Section<z.output<typeof section>> = {
  schema: section,

  async read(tx) {
    const rows = await tx.cannedReply.findMany({
      where: { personId: null },
      orderBy: [{ team: { position: "asc" } }, { teamId: "asc" }, { position: "asc" }, { id: "asc" }],
      select: {
        ...{ slug: true, name: true, keywords: true, isArchived: true },
        team: { select: { slug: true } },
        texts: { select: { language: true, body: true }, orderBy: { language: "asc" } },
      },
    });
    const read = { desk: [] as Reply[], teams: {} as Record<string, Reply[]> };
    for (const { team, isArchived, texts, slug, name, keywords } of rows) {
      const list = team ? (read.teams[team.slug] ?? []) : read.desk;
      if (team) read.teams[team.slug] = list;
      const words = Object.fromEntries(texts.map(({ language, body }) => [language, body]));
      list.push({ slug, name, keywords, ...(isArchived && { archived: true as const }), texts: words });
    }
    return read;
  },

  async apply(act, wanted, guide) {
    const now = await cannedReplies.read(act.tx);
    const inUse = await act.tx.team.findMany({
      where: { archivedAt: null },
      select: { id: true, slug: true },
    });
    await bringReplies(act, guide, "desk", null, ["cannedReplies", "desk"], wanted.desk, now.desk);
    for (const slug of new Set([...Object.keys(wanted.teams), ...Object.keys(now.teams)])) {
      const path = ["cannedReplies", "teams", slug];
      const [after, before] = [wanted.teams[slug] ?? [], now.teams[slug] ?? []];
      const team = inUse.find(one => one.slug === slug);
      // Nobody keeps the replies of an archived team.
      if (isDeepStrictEqual(after, before) || (!team && after.length === 0)) continue;
      if (!team) throw guide.refuse(path, { code: "desk_file.no_team", params: { slug } });
      await bringReplies(act, guide, { team: slug }, team.id, path, after, before);
    }
  },
};

async function bringReplies(
  act: Act,
  guide: Guide,
  owner: Owner,
  teamId: string | null,
  path: Path,
  wanted: Reply[],
  now: Reply[],
): Promise<void> {
  const rows = () => lockReplies(act, { personId: null, teamId });
  const ids = new Map((await rows()).map(({ slug, id }) => [slug, id]));
  const idOf = (slug: string) => ids.get(slug) ?? "";
  const archive = (slug: string, isArchived: boolean) =>
    (isArchived ? archiveReply : restoreReply)(act, { reply: idOf(slug) });
  await bringList(
    act,
    guide,
    { of: "canned_replies", path, wanted, now },
    {
      rows,
      archive,
      async add(reply) {
        const { slug, name, keywords, texts } = reply;
        await createReply(act, owner, { name, keywords, body: texts[defaultLanguage] ?? "" }, slug);
        for (const row of await rows()) ids.set(row.slug, row.id);
        await writeTexts(act, idOf(slug), texts, {});
      },
      async change(reply, before) {
        // An archived one can be changed by nobody.
        const isKept = reply.archived && before.archived;
        if (isKept) await archive(reply.slug, false);
        await rewrite(act, idOf(reply.slug), reply, before);
        if (isKept) await archive(reply.slug, true);
      },
    },
  );
}

async function rewrite(act: Act, id: string, reply: Reply, before: Reply): Promise<void> {
  const { name, keywords, texts } = reply;
  const body = texts[defaultLanguage] ?? "";
  if (name !== before.name || keywords !== before.keywords || body !== before.texts[defaultLanguage])
    await changeReply(act, { reply: id, version: await versionOf(act, id), name, keywords, body });
  await writeTexts(act, id, texts, before.texts);
}

/** In the other languages. */
async function writeTexts(
  act: Act,
  id: string,
  wanted: Record<string, string | undefined>,
  before: Record<string, string>,
): Promise<void> {
  for (const language of otherLanguages) {
    const body = wanted[language];
    if (body === before[language]) continue;
    if (body === undefined) await removeTextIn(act, { reply: id, language });
    else await writeReplyIn(act, { reply: id, version: await versionOf(act, id), language, body });
  }
}

async function versionOf({ tx }: Act, id: string): Promise<number> {
  const { version } = await tx.cannedReply.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return version;
}
