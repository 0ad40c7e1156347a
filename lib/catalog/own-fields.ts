import "server-only";
import { spokenLanguage } from "../messages/languages";
import { fieldsIn } from "./field-texts";
import type { Field } from "./fields";

/** The form as this reader has it. @param language of the reader, a tag */
export const fieldsFor = ({ language }: { language: string }, fields: Field[]): Field[] =>
  fieldsIn(fields, spokenLanguage(language));
