/** Where a process may be made to die, to prove that nothing is lost or doubled there. */
export const failPoints = [
  "before_commit",
  "after_commit",
  "before_send",
  "after_send",
  "after_mark",
] as const;
export type FailPoint = (typeof failPoints)[number];
