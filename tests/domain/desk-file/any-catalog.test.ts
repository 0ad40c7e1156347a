import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { operator } from "@/lib/actor";
import { audiences } from "@/lib/catalog/audiences";
import { addCategory, archiveCategory, describeCategory } from "@/lib/catalog/categories";
import type { Option } from "@/lib/catalog/choices";
import { partsOf } from "@/lib/catalog/condition";
import type { Field } from "@/lib/catalog/fields";
import { forCustomers } from "@/lib/catalog/for-agents";
import { typeIcons } from "@/lib/catalog/icons";
import {
  addCategoryInput,
  describeTypeInput,
  statusWordsInput,
  translateCategoryInput,
  translateTypeInput,
} from "@/lib/catalog/input";
import { setForm } from "@/lib/catalog/new-form";
import { moveCategory, moveType } from "@/lib/catalog/order";
import { setAudience } from "@/lib/catalog/restriction";
import { nameStatuses } from "@/lib/catalog/statuses";
import { translateCategory, translateType } from "@/lib/catalog/translate";
import { addType, archiveType, chooseFallback, describeType, publishType } from "@/lib/catalog/types";
import { addListInput, changeListInput } from "@/lib/choice-lists/input";
import { addList, archiveList, changeList } from "@/lib/choice-lists/lists";
import { exportDesk } from "@/lib/desk-file/export";
import { importDesk } from "@/lib/desk-file/import";
import { readDeskFile } from "@/lib/desk-file/read";
import { changeSettings } from "@/lib/desk-settings/change";
import { settingInputs } from "@/lib/desk-settings/input";
import { rehearse } from "@/lib/entry/perform";
import type { Act } from "@/lib/events/act";
import { nameInput } from "@/lib/organisations/input";
import { addOrganisation, archiveOrganisation } from "@/lib/organisations/organisations";
import { Refusal } from "@/lib/refusal";
import { settingDefaults } from "@/lib/setting-names";
import { teamNameInput } from "@/lib/teams/input";
import { addTeam, archiveTeam } from "@/lib/teams/teams";
import { setTeamOfType } from "@/lib/teams/types";
import { forms, words } from "../../support/any-filed-form";
import { makeTestDatabase } from "../../support/databases";
import { emptyCatalog, emptyDesk } from "../../support/desk-files";
import { setSettings } from "../../support/settings";

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("any_catalog"), UNDO_REPLIES: "" });
});

/** What has been made so far, by kind; commands are given one of these. */
type Made = Record<"category" | "type" | "team" | "organisation" | "list", string[]>;
type Step = { what: number; which: number; other: number; text: string; flag: boolean; form: Field[] };

/** As `form`, with what asks for a choice offering a list instead, as far as nothing depends on it. */
function withList({ form, flag, which }: Step, made: Made): Field[] {
  const list = pick(made.list, which);
  const asked = new Set(
    form.flatMap(({ showWhen }) => (showWhen ? partsOf(showWhen) : [])).map(({ field }) => field),
  );
  return form.map(field =>
    flag && "options" in field && !asked.has(field.key) ? { ...field, list, options: [] } : field,
  );
}

/** Entries of these names, of which every third is retired but for the first. */
const entriesOf = ({ text, other }: Step): Option[] =>
  ["first", "second", "third", "fourth"].slice(0, 1 + (other % 4)).map((value, place) => ({
    ...{ value, label: `${text} ${place}`.slice(0, 120) },
    ...(place % 3 === 2 && { retired: true }),
    ...(place % 2 === 1 && { translations: { de: `${text}, ${place}`.slice(0, 120) } }),
  }));

const version = async ({ tx }: Act, of: "category" | "type", slug: string) => {
  const where = { where: { slug }, select: { version: true } };
  const row = of === "type" ? await tx.requestType.findUnique(where) : await tx.category.findUnique(where);
  return row?.version ?? 1;
};

const pick = (list: string[], number: number) => list[number % Math.max(list.length, 1)] ?? "none";
const type = ({ type }: Made, { which }: Step) => pick(type, which);
const category = ({ category }: Made, { other }: Step) => pick(category, other);

const commands: ((act: Act, made: Made, step: Step) => Promise<unknown>)[] = [
  async (act, made, { text }) =>
    made.category.push(await addCategory(act, addCategoryInput.parse({ name: text, description: text }))),
  async (act, made, step) => {
    const words = addCategoryInput.parse({ name: step.text, description: "" });
    const slug = category(made, step);
    await describeCategory(act, { slug, version: await version(act, "category", slug), ...words });
  },
  (act, made, step) => archiveCategory(act, { slug: category(made, step), isArchived: step.flag }),
  (act, made, step) =>
    moveCategory(act, { slug: category(made, step), before: pick(made.category, step.which) }),
  async (act, made, step) => {
    const { name } = addCategoryInput.parse({ name: step.text });
    const slug = await addType(act, { category: category(made, step), name, question: "How can we help?" });
    made.type.push(slug);
  },
  async (act, made, step) => {
    const [slug, { text, other }] = [type(made, step), step];
    const wish = {
      slug,
      version: await version(act, "type", slug),
      name: text,
      description: `${text} ${text}`,
    };
    const words = { keywords: text, icon: typeIcons[other % typeIcons.length] };
    await describeType(act, describeTypeInput.parse({ ...wish, ...words }));
  },
  async (act, made, step) => {
    const slug = type(made, step);
    await publishType(act, { slug, version: await version(act, "type", slug) });
  },
  (act, made, step) => archiveType(act, { slug: type(made, step), isArchived: step.flag }),
  (act, made, step) =>
    moveType(act, { slug: type(made, step), category: category(made, step), before: null }),
  (act, made, step) => chooseFallback(act, { slug: type(made, step) }),
  (act, made, step) => setForm(act, { slug: type(made, step), fields: step.form, rule: ruleOf(step) }),
  (act, made, step) => setForm(act, { slug: type(made, step), fields: withList(step, made), rule: null }),
  async (act, made, step) =>
    made.list.push(await addList(act, addListInput.parse({ name: step.text, entries: entriesOf(step) }))),
  async (act, made, step) => {
    const slug = pick(made.list, step.which);
    const { version = 1 } =
      (await act.tx.choiceList.findUnique({ where: { slug }, select: { version: true } })) ?? {};
    const wish = { slug, version, name: step.text, entries: entriesOf(step) };
    const said = { ...changeListInput.parse(wish), translations: { ar: { name: step.text } } };
    await changeList(act, said);
  },
  (act, made, step) => archiveList(act, { slug: pick(made.list, step.which), isArchived: step.flag }),
  async (act, made, step) => {
    const slug = type(made, step);
    const audience = audiences[step.other % audiences.length] ?? "everyone";
    const organisations = audience === "organisations" ? [pick(made.organisation, step.which)] : [];
    await setAudience(act, { slug, version: await version(act, "type", slug), audience, organisations });
  },
  async (act, made, step) => {
    const words = Object.fromEntries(
      Object.keys(statusWordsInput.shape.words.shape).map((status, place) => [
        status,
        (step.other + place) % 2 ? step.text : "",
      ]),
    );
    const slug = type(made, step);
    const wish = { slug, version: await version(act, "type", slug), words };
    await nameStatuses(act, statusWordsInput.parse(wish));
  },
  async (act, made, step) => {
    const [slug, language] = [type(made, step), step.flag ? ("de" as const) : ("ar" as const)];
    const words = { name: step.text, description: step.flag ? step.text : "", in_progress: step.text };
    const wish = { slug, version: await version(act, "type", slug), language, words };
    await translateType(act, translateTypeInput.parse(wish));
  },
  async (act, made, step) => {
    const [slug, language] = [category(made, step), step.flag ? ("de" as const) : ("ar" as const)];
    const wish = { slug, version: await version(act, "category", slug), language };
    await translateCategory(act, translateCategoryInput.parse({ ...wish, words: { name: step.text } }));
  },
  async (act, made, { text }) => made.team.push(await addTeam(act, { name: teamNameInput.parse(text) })),
  (act, made, step) => archiveTeam(act, { slug: pick(made.team, step.which), isArchived: step.flag }),
  (act, made, step) =>
    setTeamOfType(act, { slug: type(made, step), from: null, to: pick(made.team, step.other) }),
  async (act, made, { text }) =>
    made.organisation.push(await addOrganisation(act, { name: nameInput.parse(text) })),
  (act, made, step) =>
    archiveOrganisation(act, { slug: pick(made.organisation, step.which), isArchived: step.flag }),
  async (act, _, { text, which }) => {
    const [mailFooter, mailSender] = [
      settingInputs.mailFooter.parse(text),
      settingInputs.mailSender.safeParse(text).data,
    ];
    const values = { mailFooter, mailSender, reopenDays: which + 1, signUpInvited: which % 2 === 0 };
    await changeSettings(act, { values, seen: settingDefaults });
  },
];

/** By the first choice there is. */
function ruleOf({ form, flag }: Step) {
  const choice = forCustomers(form).find(({ kind }) => kind === "single_choice");
  if (!flag || !choice || !("options" in choice)) return null;
  const priorities = choice.options.map(({ value }, place) => [value, place % 2 ? "low" : "urgent"]);
  return { field: choice.key, priorities: Object.fromEntries(priorities) };
}

const steps = fc.array(
  fc.record({
    ...{ what: fc.nat(commands.length - 1), which: fc.nat(20), other: fc.nat(20) },
    ...{ text: words, flag: fc.boolean(), form: forms },
  }),
  { minLength: 10, maxLength: 30 },
);

/** What is refused, or no input of a command, changes nothing. */
async function carryOut(act: Act, made: Made, step: Step): Promise<void> {
  try {
    await commands[step.what]?.(act, made, step);
  } catch (error) {
    if (!(error instanceof Refusal) && (error as Error).name !== "ZodError") throw error;
  }
}

it("any catalog and settings that commands can make survive export and import into an empty desk, and change nothing in their own", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async steps => {
      await rehearse(
        operator,
        async act => {
          await emptyCatalog(act.tx);
          await emptyDesk(act.tx);
          const made: Made = { category: [], type: [], team: [], organisation: [], list: [] };
          for (const what of [0, 0, 4, 4, 4])
            await carryOut(act, made, {
              what,
              which: 0,
              other: 0,
              text: `Made ${made.type.length}${made.category.length}`,
              flag: true,
              form: [],
            });
          for (const step of steps) await carryOut(act, made, step);
          const text = await exportDesk(act);
          const { length } = act.recorded;
          expect((await importDesk(act, readDeskFile(text))).differences).toEqual([]);
          expect(act.recorded).toHaveLength(length);
          await emptyCatalog(act.tx);
          await emptyDesk(act.tx);
          expect((await importDesk(act, readDeskFile(text))).notes).toEqual([]);
          expect(await exportDesk(act)).toBe(text);
        },
        undefined,
        { seconds: 60 },
      );
    }),
    { numRuns: 20 },
  );
});
