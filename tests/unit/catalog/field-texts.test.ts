import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fieldsIn,
  languagesOf,
  missingTexts,
  textsOfForm,
  translationOf,
  turnFields,
  withTranslation,
} from "@/lib/catalog/field-texts";
import { type Field, formDefinition } from "@/lib/catalog/fields";
import { draftFields } from "@/lib/catalog/form-input";

const plain: Field[] = [
  { key: "place", kind: "section", label: "Where", help: "Roughly." },
  {
    ...{ key: "room", kind: "single_choice", label: "Which room?", required: true },
    options: [
      { value: "hall", label: "Hall" },
      { value: "cellar", label: "Cellar", retired: true },
    ],
  },
  {
    ...{ key: "code", kind: "text", label: "Code", placeholder: "A1", help: "On the door." },
    ...{ pattern: "[A-Z][0-9]", patternMessage: "A letter and a digit." },
  },
];

const word = fc.string({ minLength: 1, maxLength: 20 });
/** Any of the form's texts, in any of two languages. */
const translated = fc
  .array(fc.record({ which: fc.nat(20), language: fc.constantFrom("ar", "de"), said: word }), {
    maxLength: 30,
  })
  .map(list =>
    list.reduce((fields, { which, language, said }) => {
      const texts = textsOfForm(plain);
      const text = texts[which % texts.length];
      return text ? withTranslation(fields, text, language, said) : fields;
    }, plain),
  );

describe("a form in several languages", () => {
  it("is read text by text: in the reader's language, else in the desk's, and without the others", () => {
    fc.assert(
      fc.property(translated, fc.constantFrom("ar", "de", "en"), (fields, language) => {
        const read = fieldsIn(fields, language);
        expect(languagesOf(read)).toEqual([]);
        const said = textsOfForm(fields).map(one => translationOf(fields, one, language) || one.text);
        expect(textsOfForm(read).map(({ text }) => text)).toEqual(said);
      }),
    );
  });

  it("can be drafted, published and kept as what it is", () => {
    fc.assert(
      fc.property(translated, fields => {
        expect(formDefinition.parse(fields)).toEqual(fields);
        expect(draftFields.parse(fields)).toEqual(fields);
      }),
    );
  });

  it("reads as before once the desk speaks one of its languages, and is itself again when it goes back", () => {
    fc.assert(
      fc.property(translated, fields => {
        const turned = turnFields(fields, { from: "en", to: "de" });
        for (const language of ["en", "de"])
          expect(fieldsIn(turned, language)).toEqual(fieldsIn(fields, language));
        expect(languagesOf(turned)).not.toContain("de");
        expect(turnFields(turned, { from: "de", to: "en" })).toEqual(fields);
      }),
    );
  });

  it("lacks what is asked now and is not translated, and not what is retired", () => {
    expect(missingTexts(plain, "de")).toBe(8);
    const [first] = textsOfForm(plain);
    const once = first ? withTranslation(plain, first, "de", "Wo") : plain;
    expect(missingTexts(once, "de")).toBe(7);
    expect(first ? withTranslation(once, first, "de", "") : once).toEqual(plain);
  });

  it("says nothing in another language that the desk does not say", () => {
    const stale = [{ ...plain[2], help: "", translations: { de: { help: "An der Tür." } } }] as Field[];
    expect(fieldsIn(stale, "de")[0]).not.toHaveProperty("help", "An der Tür.");
  });
});
