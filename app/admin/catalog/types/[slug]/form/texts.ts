import type { MessageCode, Translator } from "@/lib/messages/translate";

type Name = MessageCode extends infer C ? (C extends `form_builder.${infer N}` ? N : never) : never;

const rows = [
  ["questions", "summary", "summary.about", "untitled", "required_mark", "conditional_mark"],
  ["needs_work", "unclear", "add", "add.kind", "undo", "redo", "remove", "double", "removed", "undone"],
  ["redone", "publish.open", "status.untouched", "status.saved", "status.saving", "status.unsaved"],
  ["status.failed", "status.retry", "status.unreachable", "conflict", "conflict.theirs"],
  ["conflict.mine", "move", "move.help", "move.up", "move.down", "move.lifted", "move.moved"],
  ["move.dropped", "move.back", "kind.text", "kind.long_text", "kind.number", "kind.date"],
  ["kind.date_time", "kind.email", "kind.url", "kind.phone", "kind.single_choice"],
  ["kind.multiple_choice", "kind.checkbox", "kind.file", "property.kind", "property.kind.used"],
  ["property.label", "property.help", "property.help.about", "property.placeholder"],
  ["property.required", "property.options", "property.minLength", "property.maxLength"],
  ["property.min", "property.max", "property.min.date", "property.max.date", "property.max.count"],
  ["property.whole", "property.pattern", "property.pattern.about", "property.patternMessage"],
  ["property.showWhen", "property.requireWhen", "option.label", "option.add", "option.remove"],
  ["option.retire", "option.restore", "option.up", "option.retired", "option.paste"],
  ["option.paste.about", "option.paste.apply", "condition.always", "condition.never"],
  ["condition.when", "condition.question", "condition.answers", "condition.ticked"],
  ["condition.add", "condition.remove", "condition.all", "condition.any", "condition.match"],
  ["condition.none", "pattern.try", "pattern.fits", "pattern.fails", "pattern.large"],
  ["pattern.nothing_to_repeat", "pattern.repeated_twice", "pattern.repeated_often"],
  ["pattern.range", "pattern.bracket", "pattern.parenthesis", "pattern.parenthesis_more"],
  ["pattern.backslash", "pattern.escape", "pattern.looks_around", "pattern.refers_back"],
  ["pattern.unknown", "problem.label", "problem.no_options", "problem.option_label"],
  [
    "problem.option_twice",
    "problem.option_twice_translated",
    "problem.limits",
    "problem.date",
    "problem.condition_gone",
  ],
  ["problem.condition_empty", "problem.condition_deep", "advice", "advice.required"],
  ["advice.questions", "advice.long_label", "advice.vague", "advice.capitals", "advice.twin"],
  ["advice.no_message", "advice.one_option", "advice.options", "preview", "preview.wide"],
  ["preview.phone", "preview.scriptless", "preview.size", "preview.frame", "add.section"],
  ["remove.section", "kind.section", "property.heading", "property.heading.text"],
  ["property.agentsOnly", "property.agentsOnly.about", "property.agentsOnly.used", "agents_mark", "agents"],
  ["problem.agents_files", "problem.condition_agents", "preview.agents"],
  ["problem.empty_section", "problem.value_twice", "problem.condition_unknown"],
  ["problem.list_gone", "problem.list_archived", "property.list", "list.own", "list.shared"],
  ["list.offers", "list.edit"],
] as const satisfies readonly (readonly Name[])[];

/** All that the builder says, as templates. */
export type BuilderTexts = Record<Name, string>;

export const builderTexts = (t: Translator): BuilderTexts =>
  Object.fromEntries(
    rows.flat().map((name: Name) => [name, String(t.template(`form_builder.${name}`))]),
  ) as BuilderTexts;
