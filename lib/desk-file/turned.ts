import "server-only";
import { turnFields } from "../catalog/field-texts";
import { textsOfCategory, textsOfType } from "../catalog/texts";
import { type Texts, type Turn, turnTexts } from "../catalog/translations";
import type { Status } from "../generated/enums";
import type { Catalog } from "./catalog";
import { plainForm } from "./forms";
import { filed, flat } from "./translations";
import type { FileType } from "./type";

/** A catalog as it is where the desk speaks another language than its file. */
export const turnedCatalog = (catalog: Catalog, turn: Turn): Catalog =>
  turn.from === turn.to
    ? catalog
    : catalog.map(({ translations, types, ...category }) => ({
        ...category,
        ...turned(textsOfCategory(category), translations, turn).own,
        types: types.map(type => turnedType(type, turn)),
      }));

function turnedType({ translations, statuses, ...type }: FileType, turn: Turn): FileType {
  const named = Object.entries(statuses ?? {}).map(([status, name]) => ({ status: status as Status, name }));
  const { texts, own } = turned(textsOfType(type, named), translations, turn);
  const words = named.map(({ status, name }) => [status, texts[status] ?? name]);
  const { name, description, keywords, ...rest } = own;
  return {
    ...type,
    ...{ name, description, keywords, ...rest },
    ...(statuses && { statuses: Object.fromEntries(words) }),
    form: plainForm(turnFields(type.form, turn)),
  };
}

function turned<T extends Texts>(texts: T, translations: Parameters<typeof flat>[0], turn: Turn) {
  const all = turnTexts(texts, flat(translations), turn);
  const kept = filed(all.translations);
  const { name = "", description = "", keywords = "" } = all.texts;
  return {
    texts: all.texts as Texts,
    own: {
      ...{ name, description, ...("keywords" in texts && { keywords }) },
      ...(kept && { translations: kept }),
    } as { name: string; description: string; keywords: string; translations?: typeof kept },
  };
}
