import fc from "fast-check";
import {
  added,
  addressed,
  changed,
  type Drafted,
  doubled,
  drafted,
  optionNamed,
  placed,
  removed,
  turned,
} from "@/app/admin/catalog/types/[slug]/form/drafting";
import { kinds } from "@/app/admin/catalog/types/[slug]/form/kinds";
import type { Option } from "@/lib/catalog/choices";
import type { Condition } from "@/lib/catalog/condition";
import type { Field, FieldKind } from "@/lib/catalog/fields";
import { newOption, pastedOptions } from "@/lib/catalog/option-keys";
import type { SharedLists } from "@/lib/catalog/shared-lists";

type Change = (questions: Drafted[], used: Record<string, FieldKind>) => Drafted[];

const pick = <T>(list: readonly T[], number: number): T | undefined =>
  list[number % Math.max(1, list.length)];
const label = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom("Summary", "Größe", "Where?", "", "1. Où", "a", "a"),
);
const natural = fc.nat(30);

const places: Option[] = [
  { value: "berlin", label: "Berlin" },
  { value: "help", label: "Helpsen" },
  { value: "closed", label: "Closed", retired: true },
];
/** What questions can offer besides choices of their own. */
export const anyLists: SharedLists = { places: { name: "Places", options: places, isArchived: false } };

const change = fc.oneof<fc.Arbitrary<Change>[]>(
  fc.tuple(fc.constantFrom(...kinds, "section" as const), natural).map(
    ([kind, at]): Change =>
      (all, used) =>
        added(all, used, kind, pick(all, at)?.id ?? null),
  ),
  fc.tuple(natural, label).map(([at, text]): Change => on(at, () => ({ label: text }))),
  fc.tuple(natural, fc.constantFrom(...kinds)).map(
    ([at, kind]): Change =>
      (all, used) =>
        isSection(pick(all, at)) || (kind === "file" && pick(all, at)?.field.agentsOnly)
          ? all
          : turned(all, used, pick(all, at)?.id ?? 0, kind),
  ),
  fc.tuple(natural, fc.boolean()).map(
    ([at, agentsOnly]): Change =>
      (all, used) => {
        const one = pick(all, at);
        return !one || one.field.kind === "file" ? all : addressed(all, used, one.id, agentsOnly);
      },
  ),
  fc.tuple(natural, natural).map(
    ([at, to]): Change =>
      all =>
        placed(all, pick(all, at)?.id ?? 0, to % (all.length + 1)),
  ),
  natural.map(
    (at): Change =>
      all =>
        all.length > 3 ? removed(all, pick(all, at)?.id ?? 0) : all,
  ),
  natural.map(
    (at): Change =>
      (all, used) =>
        all.length < 20 ? doubled(all, used, pick(all, at)?.id ?? 0) : all,
  ),
  fc
    .tuple(natural, fc.boolean(), label)
    .map(([at, required, help]): Change => on(at, () => ({ required, help }))),
  fc
    .tuple(natural, fc.array(label, { maxLength: 9 }))
    .map(
      ([at, labels]): Change =>
        on(at, field =>
          isOwn(field) ? { options: pastedOptions(labels.join("\n"), field.options, []) } : {},
        ),
    ),
  fc
    .tuple(natural, fc.boolean())
    .map(
      ([at, isShared]): Change =>
        on(at, field =>
          "options" in field
            ? { list: isShared ? "places" : undefined, options: isShared ? places : field.options }
            : {},
        ),
    ),
  fc.tuple(natural, label, natural).map(
    ([at, text, which]): Change =>
      on(at, field =>
        isOwn(field)
          ? {
              options: [...field.options, newOption(text, field.options)].map((option, index) =>
                index === which ? { ...option, retired: true } : option,
              ),
            }
          : {},
      ),
  ),
  fc.tuple(natural, natural, label).map(
    ([at, place, text]): Change =>
      all => {
        const one = pick(all, at);
        const option = one && isOwn(one.field) ? pick(one.field.options, place) : undefined;
        if (!one || !option) return all;
        return optionNamed(all, one.id, {
          value: option.value,
          label: text,
          isPublished: option.value === "one",
        });
      },
  ),
  fc
    .tuple(
      natural,
      fc.constantFrom("showWhen", "requireWhen"),
      fc.array(fc.tuple(natural, natural), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(
      ([at, rule, parts, isAny]): Change =>
        (all, used) =>
          on(at, () => ({ [rule]: conditionOf(all, parts, isAny) }))(all, used),
    ),
);

/** Lists are changed elsewhere. */
const isOwn = (field: Field): field is Extract<Field, { options: Option[] }> =>
  "options" in field && field.list === undefined;

const isSection = (one: Drafted | undefined) => one?.field.kind === "section";

const on =
  (at: number, properties: (field: Field) => Record<string, unknown>): Change =>
  (all, used) => {
    const one = pick(all, at);
    if (!one) return all;
    // The builder asks for nothing else of a section.
    const { label, help } = properties(one.field);
    const wanted = isSection(one) ? { ...(label !== undefined && { label }), help } : properties(one.field);
    return changed(all, used, one.id, wanted);
  };

function conditionOf(all: Drafted[], wishes: [number, number][], isAny: boolean): Condition | undefined {
  const parts = wishes.flatMap(([which, value]) => {
    const field = pick(all, which)?.field;
    const answer = field && ("options" in field ? pick(field.options, value)?.value : "yes");
    return field && answer !== undefined ? [{ field: field.key, is: [answer] }] : [];
  });
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first;
  return isAny ? { any: parts } : { all: parts };
}

/** Whatever the builder can make of a form that has been published. */
export const anyForm = (published: Field[]): fc.Arbitrary<Field[]> => {
  const used = Object.fromEntries(published.map(({ key, kind }) => [key, kind]));
  return fc
    .array(change, { maxLength: 40 })
    .map(changes =>
      changes.reduce((all, one) => one(all, used), drafted(published)).map(({ field }) => field),
    );
};
