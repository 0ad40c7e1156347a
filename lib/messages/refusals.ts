import "server-only";
import { sizeOf } from "../form/file-view";
import type { Message, Refusal } from "../refusal";
import { say } from "./said";
import { deskTranslator, type MessageCode, type Translator } from "./translate";
import { waitOf } from "./wait";

/** A refusal in the reader's language: above the form, next to its inputs by their names. */
export type Told = { message: string; fields: Record<string, string[]> };

/** Says a refusal in words. What is to be said of one input is one text. */
export function tellRefusal({ code, params, place }: Refusal, t: Translator = deskTranslator()): Told {
  const { field, fields = {} } = place;
  const said = Object.entries(fields).map(([name, messages]) => [
    name,
    [(messages ?? []).map(one => sayAtField(t, one)).join(" ")],
  ]);
  return {
    message: sayCode(t, `refusals.${code}`, params),
    fields: {
      ...(field !== undefined && { [field]: [sayAtField(t, { code, params })] }),
      ...Object.fromEntries(said),
    },
  };
}

/** Says why something would be refused, or was. */
export const tellMessage = ({ code, params }: Message, t: Translator): string =>
  sayCode(t, `refusals.${code}`, params);

/** Next to the field itself some refusals say something else than above the form. */
function sayAtField(t: Translator, { code, params }: Message): string {
  const ofField = `refusals.${code}.field`;
  return sayCode(t, t.has(ofField) ? ofField : `refusals.${code}`, params);
}

function sayCode(t: Translator, code: MessageCode, params: Message["params"]): string {
  const { seconds, bytes } = params;
  const wait = typeof seconds === "number" && waitOf(seconds);
  const size = typeof bytes === "number" && sizeOf(bytes, t.language);
  return say(t, { code, params: { ...params, ...(wait && { wait }), ...(size && { size }) } });
}
