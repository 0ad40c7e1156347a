export type Absent = "" | null | false;

/** Without what is absent, which a page would carry as such. */
export const present = <T extends object>(values: { [K in keyof T]: T[K] | Absent }): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as T;
