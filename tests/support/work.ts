/**
 * Milliseconds of processor time that `work` costs this thread, the least of several runs: what else a busy machine
 * does, and a collection of garbage that falls into one of them, is not in it.
 */
export function leastWork(work: () => unknown, runs = 7): number {
  const costs = Array.from({ length: runs }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...costs);
}
