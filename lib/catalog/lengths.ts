/** Maximum length where a field defines none, in characters; shown in the form. */
export const defaultLengths = { text: 200, long_text: 10_000, email: 254, url: 2_000, phone: 40 } as const;
