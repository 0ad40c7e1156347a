import { z } from "zod";
import { catalogLimits, describeTypeInput, statusWordsInput } from "../catalog/input";
import { statusWords } from "../catalog/status-words";
import { textsOfType } from "../catalog/texts";
import type { Status } from "../generated/enums";
import { messageCode } from "../messages/said";
import { formInput, isRule, plainRule, ruleInput } from "./forms";
import { archivedInput, setOf, slugInput } from "./input";
import { checkTranslations, typeTranslations } from "./translations";

const { name, description, icon, keywords } = describeTypeInput.shape;
const { shape: statuses } = statusWordsInput.shape.words;

/** Those that have words of their own. */
const ownWords = z.strictObject(statuses).transform(words => {
  const own = statusWords.flatMap(status => (words[status] === "" ? [] : [[status, words[status]]]));
  return own.length === 0 ? undefined : (Object.fromEntries(own) as Record<string, string>);
});

/** A request type of a file. For everyone, unless it says for whom. */
export const typeInput = z
  .strictObject({
    ...{ slug: slugInput, name, description, icon, keywords, translations: typeTranslations },
    audience: z.enum(["everyone", "agents"]).optional(),
    organisations: setOf(slugInput),
    team: slugInput.optional(),
    draft: z.literal(true).optional(),
    archived: archivedInput,
    fallback: z.literal(true).optional(),
    statuses: ownWords.optional(),
    priorityRule: ruleInput.optional(),
    form: formInput.default([]),
  })
  .superRefine(({ audience, organisations, priorityRule, form }, context) => {
    const refuse = (key: string, message: string, params = {}) =>
      context.addIssue({ code: "custom", path: [key], message, params });
    if (audience === "agents" && organisations.length > 0)
      refuse("organisations", messageCode("desk_file.two_audiences"));
    if (organisations.length > catalogLimits.organisations)
      refuse("organisations", messageCode("desk_file.too_many_organisations"), {
        maximum: catalogLimits.organisations,
      });
    if (!isRule(form, priorityRule)) refuse("priorityRule", messageCode("desk_file.no_rule"));
  })
  .transform(({ audience, priorityRule, statuses, translations: given, ...type }, context) => {
    const named = Object.entries(statuses ?? {}).map(([status, text]) => ({
      status: status as Status,
      name: text,
    }));
    const translations = checkTranslations(given, textsOfType(type, named), context);
    return {
      ...type,
      ...(translations && { translations }),
      ...(audience === "agents" && { audience }),
      ...(statuses && { statuses }),
      ...(priorityRule && { priorityRule: plainRule(type.form, priorityRule) }),
    };
  });

export type FileType = z.output<typeof typeInput>;
