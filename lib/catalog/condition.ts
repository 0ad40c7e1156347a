/** True if the answer to `field` is, or contains, one of `is`. A ticked checkbox answers "yes". */
export type Part = { field: string; is: string[] };
/** One such, all of several, or any of them. */
export type Condition = Part | { all: Part[] } | { any: Part[] };

export function partsOf(condition: Condition): Part[] {
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : [condition];
}

/** The same with other parts: one of several where there are at least two. */
export function withParts(parts: Part[], isAny: boolean): Condition | undefined {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first;
  return isAny ? { any: parts } : { all: parts };
}

export function holds(condition: Condition, answers: Record<string, unknown>): boolean {
  const isGiven = ({ field, is }: Part) => {
    const given = [answers[field]].flat();
    return is.some(value => given.includes(value));
  };
  const parts = partsOf(condition);
  return "any" in condition ? parts.some(isGiven) : parts.every(isGiven);
}
