import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Act, record } from "../events/act";
import type { Option } from "./choices";
import { catalogLanguage } from "./desk-language";
import { languagesOf, turnFields, turnOptions } from "./field-texts";
import type { Field } from "./fields";
import { draftFields } from "./form-input";
import { lockCatalog } from "./load";
import { addVersion } from "./new-form";
import { ruleOf } from "./priority-rule";
import { storedFormOf } from "./queries";
import { textsOfCategory, textsOfType } from "./texts";
import { type Turn, translationsOf, turnTexts } from "./translations";

/**
 * Has the catalog speak the language that the desk has from now on. What was translated to that changes places with
 * what it was translated from.
 * @param from the tag that the desk's language had, and `to` the one that it has
 */
export async function turnCatalog(act: Act, from: string, to: string): Promise<void> {
  const turn = { from: catalogLanguage(from), to: catalogLanguage(to) };
  if (turn.from === turn.to) return;
  const { categories, types } = await lockCatalog(act);
  for (const { id, translations, ...category } of categories) {
    const turned = turnedIf(textsOfCategory(category), translations, turn);
    if (!turned) continue;
    const data = { ...turned.texts, translations: turned.translations, version: { increment: 1 } };
    await act.tx.category.updateMany({ where: { id }, data });
  }
  const statuses = await act.tx.typeStatus.findMany({ select: { typeId: true, status: true, name: true } });
  for (const { id, translations, ...type } of types) {
    const own = statuses.filter(({ typeId }) => typeId === id);
    const turned = turnedIf(textsOfType(type, own), translations, turn);
    if (!turned) continue;
    const { name, description, keywords, ...words } = turned.texts;
    await act.tx.requestType.updateMany({
      where: { id },
      data: {
        ...{ name, description, keywords },
        ...{ translations: turned.translations, version: { increment: 1 } },
      },
    });
    for (const { status, name: before } of own)
      if (words[status] !== before)
        await act.tx.typeStatus.updateMany({
          where: { typeId: id, status },
          data: { name: words[status] ?? before },
        });
  }
  await turnLists(act, turn);
  await turnForms(act, turn);
  await record(act, "catalog_turned", turn, {});
}

/** Their names and entries, as the texts of a form. */
async function turnLists(act: Act, turn: Turn): Promise<void> {
  const lists = await act.tx.choiceList.findMany({
    select: { id: true, name: true, translations: true, entries: true },
  });
  for (const { id, name, translations, entries } of lists) {
    const before = entries as Option[];
    const after = turnOptions(before, turn);
    const turned = turnTexts({ name }, translationsOf(translations), turn);
    if (turned.texts.name === name && isDeepStrictEqual(before, after)) continue;
    await act.tx.choiceList.updateMany({
      where: { id },
      data: {
        ...{ name: turned.texts.name, translations: turned.translations },
        ...{ entries: after, version: { increment: 1 } },
      },
    });
  }
}

/** A form that was translated has a new version; what was raised keeps its own. Drafts turn as they are. */
async function turnForms(act: Act, turn: Turn): Promise<void> {
  const newest = await act.tx.formVersion.findMany({
    distinct: ["typeId"],
    orderBy: [{ typeId: "asc" }, { version: "desc" }], // index form_versions_typeId_version_key
    select: { id: true, typeId: true, version: true, fields: true, agentFields: true, priorityRule: true },
  });
  const drafts = await act.tx.formDraft.findMany({ select: { typeId: true, fields: true, basedOn: true } });
  const isTranslated = (fields: Field[]) => languagesOf(fields).includes(turn.to);
  for (const form of newest) {
    const { typeId, version } = form;
    const fields = storedFormOf(form);
    if (isTranslated(fields))
      await addVersion(act, typeId, form, {
        fields: turnFields(fields, turn),
        rule: ruleOf(form.priorityRule),
      });
    const draft = drafts.find(one => one.typeId === typeId);
    const drafted = draft ? draftFields.parse(draft.fields) : [];
    if (!draft || !isTranslated(drafted)) continue;
    const isNewer = draft.basedOn === version && isTranslated(fields);
    await act.tx.formDraft.update({
      where: { typeId },
      data: {
        ...{ fields: turnFields(drafted, turn), version: { increment: 1 } },
        basedOn: isNewer ? version + 1 : draft.basedOn,
      },
    });
  }
}

function turnedIf<T extends Record<string, string>>(texts: T, stored: unknown, turn: Turn) {
  const translations = translationsOf(stored);
  return translations[turn.to] ? turnTexts(texts, translations, turn) : null;
}
