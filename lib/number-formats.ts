// Apart from those of dates, because browsers need only these.

// Constructing a formatter costs about fifty times as much as using one; the bound limits memory.
const maxKept = 1_000;

export function keepFormats<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return key => {
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= maxKept) kept.clear();
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}

/** One kind of digits on a page: texts and references have these, and ar-EG would write dates in others beside them. */
export const oneKindOfDigits = { numberingSystem: "latn" } as const;

export const numberFormat = keepFormats(language => new Intl.NumberFormat(language, oneKindOfDigits));

export const percentFormat = keepFormats(
  language =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0, ...oneKindOfDigits }),
);

const sizes = {
  byte: { unitDisplay: "long" },
  kilobyte: { maximumFractionDigits: 0 },
  megabyte: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
} as const;

const sizeFormatOf = keepFormats(key => {
  const [language, unit] = key.split(" ") as [string, keyof typeof sizes];
  return new Intl.NumberFormat(language, { style: "unit", unit, ...oneKindOfDigits, ...sizes[unit] });
});

/** "12 bytes", "12 kB", "1.2 MB" */
export const sizeFormat = (language: string, unit: keyof typeof sizes) => sizeFormatOf(`${language} ${unit}`);

export const pluralRules = keepFormats(language => new Intl.PluralRules(language));
