import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { PersonActor } from "../actor";
import { readDeskLanguage } from "../catalog/desk-language";
import { lockCatalog } from "../catalog/load";
import { db, type Tx } from "../db";
import { type Act, record } from "../events/act";
import { catalogFiles } from "../generated/catalogs";
import type { MessageCode } from "../messages/translate";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";
import { type Template, templates } from "../template-names";
import { type Catalog, catalog } from "./catalog";
import { type CheckedFile, readDeskFile } from "./read";
import { Guide } from "./section";
import { flat } from "./translations";
import { turnedCatalog } from "./turned";

/** That the files of `prisma/catalogs` are written in, with translations. */
const templateLanguage = "en";

/** What somebody chooses by: its words, and what is in it. */
export type TemplateView = {
  slug: Template;
  name: MessageCode;
  description: MessageCode;
  categories: { name: string; types: string[] }[];
};

/** @param language of whoever chooses */
export function listTemplates(language = templateLanguage): TemplateView[] {
  const nameIn = ({ name, translations }: { name: string; translations?: Parameters<typeof flat>[0] }) =>
    flat(translations)[language]?.name ?? name;
  return templates.map(slug => ({
    slug,
    name: `desk_file.template.${slug}`,
    description: `desk_file.template.${slug}.text`,
    categories: catalogOf(readTemplate(slug)).map(({ types, ...category }) => ({
      name: nameIn(category),
      types: types.map(nameIn),
    })),
  }));
}

/** `chosen` is the one that the desk has as it was brought, and `isOpen` whether another can still be chosen. */
export type TemplateChoice = { chosen: Template | null; isOpen: boolean };

/** @throws Refusal not_found for anybody who is no admin */
export async function readTemplateChoice(actor: PersonActor): Promise<TemplateChoice> {
  onlyAdmins(actor);
  return choiceIn(db());
}

/**
 * Makes the catalog what the template says. What was there goes without a trace: nobody has changed it, and nothing was
 * raised of it.
 * @throws Refusal not_found (no admin), conflict (requests were raised, or the catalog was changed)
 */
export async function bringTemplate(act: Act, slug: Template): Promise<void> {
  await holdCatalog(act);
  const { chosen, isOpen } = await choiceIn(act.tx);
  if (!isOpen) throw refuse("template.too_late");
  if (chosen === slug) return;
  await clearCatalog(act.tx);
  const { source, file } = readTemplate(slug);
  const guide = new Guide(source);
  await catalog.apply(act, await spokenHere(act.tx, { file }), guide);
  for (const work of guide.later) await work();
  await record(act, "template_brought", { from: chosen, to: slug }, {});
}

/** Where a file says another catalog, what a new desk began with goes like that, instead of being archived. */
export async function giveWay(act: Act, wanted: Catalog): Promise<void> {
  if (!(await templateInTheWay(act.tx, wanted))) return;
  await holdCatalog(act);
  const from = await templateInTheWay(act.tx, wanted);
  if (!from) return;
  await clearCatalog(act.tx);
  await record(act, "template_brought", { from, to: null }, {});
}

/** One that the desk still has as it was brought, and of which the file leaves something out. */
async function templateInTheWay(tx: Tx, wanted: Catalog): Promise<Template | null> {
  const kept = new Set(slugsOf(wanted));
  const { chosen, isOpen } = await choiceIn(tx);
  return isOpen && slugsOf(await catalog.read(tx)).some(slug => !kept.has(slug)) ? chosen : null;
}

const slugsOf = (categories: Catalog): string[] =>
  categories.flatMap(({ slug, types }) => [`${slug}/`, ...types.map(type => type.slug)]);

async function holdCatalog(act: Act): Promise<void> {
  await lockCatalog(act);
  // Nobody raises a request of what goes.
  await act.tx.$executeRaw`lock table requests in share mode`;
}

async function choiceIn(tx: Tx): Promise<TemplateChoice> {
  const now = await catalog.read(tx);
  const turn = { from: templateLanguage, to: await readDeskLanguage(tx) };
  const all = templates.map(slug => turnedCatalog(catalogOf(readTemplate(slug)), turn));
  const chosen = templates.find((_, place) => isDeepStrictEqual(all[place], now)) ?? null;
  const isUnused =
    (await tx.serviceRequest.findFirst({ select: { id: true } })) === null &&
    (await tx.formDraft.findFirst({ select: { typeId: true } })) === null;
  return { chosen, isOpen: isUnused && (chosen !== null || now.length === 0) };
}

async function clearCatalog(tx: Tx): Promise<void> {
  await tx.formVersion.deleteMany();
  await tx.typeStatus.deleteMany();
  await tx.typeOrganisation.deleteMany();
  await tx.requestType.deleteMany();
  await tx.category.deleteMany();
}

const read = new Map<Template, CheckedFile>();

function readTemplate(slug: Template): CheckedFile {
  const known = read.get(slug) ?? readDeskFile(catalogFiles[slug]);
  read.set(slug, known);
  return known;
}

/** As the desk says it, whose language need not be the file's. */
const spokenHere = async (tx: Tx, template: Pick<CheckedFile, "file">): Promise<Catalog> =>
  turnedCatalog(catalogOf(template), { from: templateLanguage, to: await readDeskLanguage(tx) });

const catalogOf = ({ file }: Pick<CheckedFile, "file">) => file.catalog as Catalog;
