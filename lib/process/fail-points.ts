/** Points where the fault tests kill a process, to prove that nothing is lost or duplicated. */
export const failPoints = [
  "before_commit",
  "after_commit",
  "after_render",
  "before_send",
  "after_send",
  "after_mark",
] as const;
export type FailPoint = (typeof failPoints)[number];
