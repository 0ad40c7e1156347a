import { isEntryKey, type Option } from "./choices";

/** What a label comes down to, such as `head_office`. */
export const ownKey = (label: string, otherwise: string): string =>
  label
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 34)
    .replace(/_+$/, "") || otherwise;

export function freeKey(wanted: string, taken: readonly string[]): string {
  let key = wanted;
  for (let number = 2; key === "summary" || !isEntryKey(key) || taken.includes(key); number++)
    key = `${wanted}_${number}`;
  return key;
}

export const newOption = (label: string, known: Option[]): Option => ({
  value: freeKey(
    ownKey(label, "choice"),
    known.map(({ value }) => value),
  ),
  label,
});

/** @param known labels keep their values; those that are missing are retired, or gone if nobody can have chosen them */
export function pastedOptions(text: string, known: Option[], published: readonly string[]): Option[] {
  const labels = [
    ...new Set(
      text
        .split("\n")
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ];
  const taken = known.map(({ value }) => value);
  const given = labels.map((label): Option => {
    const same = known.find(option => option.label === label);
    if (same) {
      const { retired: _, ...kept } = same;
      return kept;
    }
    const value = freeKey(ownKey(label, "choice"), taken);
    taken.push(value);
    return { value, label };
  });
  const missing = known.filter(({ label, value }) => !labels.includes(label) && published.includes(value));
  return [...given, ...missing.map(option => ({ ...option, retired: true }))];
}
