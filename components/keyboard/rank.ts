const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Those that have all the words, or their beginnings, the closest first; all, in their order, without words. */
export function rank<T extends { label: string }>(all: T[], words: string): T[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return all
    .map(one => ({ one, score: scoreOf(` ${fold(one.label)}`, wanted) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

function scoreOf(label: string, wanted: string[]): number {
  const scores = wanted.map(word => {
    const at = label.indexOf(` ${word}`);
    return at === 0 ? 3 : at > 0 ? 2 : label.includes(word) ? 1 : -1;
  });
  return scores.includes(-1) ? -1 : scores.reduce((sum, score) => sum + score, 0);
}
