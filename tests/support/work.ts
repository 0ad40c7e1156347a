/** The CPU time of `other` as a multiple of `ordinary`. Alternates them, so that other load affects both. */
export function costRatio(other: () => unknown, ordinary: () => unknown): number {
  let spent = { other: 0, ordinary: 0 };
  for (let round = 0; round < leastRounds || (spent.ordinary < enough && spent.other < tooMuch); round++) {
    // The first round only warms up the compiler.
    if (round === 1) spent = { other: 0, ordinary: 0 };
    spent.ordinary += costOf(ordinary);
    spent.other += costOf(other);
  }
  return spent.other / Math.max(spent.ordinary, 1);
}

const leastRounds = 4;
const enough = 60;
const tooMuch = 3_000;

function costOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
