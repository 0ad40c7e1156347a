/**
 * How many times the processor time of `ordinary` the work `other` costs this thread. The two run in turn, so that what
 * else a busy machine does falls on both, and so often that a clock which moves by ten milliseconds is fine enough.
 */
export function costRatio(other: () => unknown, ordinary: () => unknown): number {
  let spent = { other: 0, ordinary: 0 };
  for (let round = 0; round < leastRounds || (spent.ordinary < enough && spent.other < tooMuch); round++) {
    // In the first round, what runs is not compiled yet.
    if (round === 1) spent = { other: 0, ordinary: 0 };
    spent.ordinary += costOf(ordinary);
    spent.other += costOf(other);
  }
  return spent.other / Math.max(spent.ordinary, 1);
}

const leastRounds = 4;
// Milliseconds of processor time.
const enough = 60;
const tooMuch = 3_000;

function costOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
