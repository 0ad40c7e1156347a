import { Prisma } from "../db";
import { settingLabel } from "../desk-settings/values";
import type { Stored } from "../events/stored";
import type { Said, TypeName } from "../messages/said";
import type { PictureName, SettingName } from "../setting-names";

/** What admins look after, by the pages where they do. */
export type ThingKind =
  | "team"
  | "organisation"
  | "tag"
  | "reply"
  | "view"
  | "category"
  | "type"
  | "list"
  | "help"
  | "setting"
  | "retention";

/** What was changed, to be led to. */
export type Thing = { kind: ThingKind; key: string; name: string | Said | TypeName };

type Named = { slug: string; name: string };
export type ThingRow = {
  team: Named | null;
  organisation: Named | null;
  category: Named | null;
  requestType: Named | null;
  choiceList: Named | null;
  tag: Named | null;
  /** The desk's. */
  reply: Named | null;
  view: Named | null;
  /** With the language in its slug, as addresses have it. */
  article: Named | null;
};

const { sql } = Prisma;
const named = (from: Prisma.Sql) =>
  sql`(select json_build_object('slug', x.slug, 'name', x.name) from ${from})`;
const idIn = (...keys: string[]) =>
  sql`coalesce(${Prisma.join(keys.map(key => sql`e.data ->> ${key}`))})::uuid`;

/** Of an event `e` what it names by id, by its key. */
export const thingsSql = sql`
  ${named(sql`teams x where x.id = ${idIn("toTeamId", "teamId")}`)} as team,
  ${named(sql`organisations x where x.id = ${idIn("organisationId")}`)} as organisation,
  ${named(sql`categories x where x.id = ${idIn("categoryId")}`)} as category,
  ${named(sql`request_types x where x.id = ${idIn("typeId", "toTypeId")}`)} as "requestType",
  ${named(sql`choice_lists x where x.id = ${idIn("listId")}`)} as "choiceList",
  ${named(sql`tags x where x.id = ${idIn("tagId")}`)} as tag,
  ${named(sql`canned_replies x where x.id = ${idIn("replyId")} and x."personId" is null and x."teamId" is null`)} as reply,
  ${named(sql`saved_views x where x.id = ${idIn("viewId")} and x."personId" is null`)} as view,
  (select json_build_object('slug', x.slug || '/' || x.language, 'name', x.title)
    from help_articles x where x.id = ${idIn("articleId")}) as article`;

/** What an event is about, the narrowest where it names several. */
export function thingOf(event: Stored<ThingRow & { type: string; data: unknown }>): Thing | null {
  if (event.type === "setting_changed") return settingOf(event.data.setting);
  if (event.type === "retention_set" || event.type === "retention_applied")
    return { kind: "retention", key: event.data.rule, name: { code: `retention.${event.data.rule}` } };
  const { requestType: type } = event;
  if (type) return { kind: "type", key: type.slug, name: { typeSlug: type.slug, name: type.name } };
  const { category, team, organisation, choiceList, tag, reply, view, article } = event;
  const others = { category, team, organisation, list: choiceList, tag, reply, view, help: article };
  const [found] = Object.entries(others).flatMap(([kind, one]) =>
    one ? [{ kind: kind as ThingKind, key: one.slug, name: one.name }] : [],
  );
  return found ?? null;
}

const settingOf = (name: SettingName | PictureName): Thing => ({
  kind: "setting",
  key: name,
  name: { code: settingLabel[name] },
});
