import type { IconName } from "../icons";

/** Those that a request type can have. */
export const typeIcons = [
  "life-buoy",
  "bug",
  "key-round",
  "receipt",
  "credit-card",
  "lightbulb",
  "message-circle-question",
  "wrench",
  "headset",
  "mail",
  "message-square",
  "user",
  "users",
  "lock",
  "shield-check",
  "clock",
  "bell",
  "inbox",
  "download",
  "archive",
  "bookmark",
  "tag",
  "list-checks",
  "settings",
  "search",
  "info",
  "triangle-alert",
  "file-text",
] as const satisfies IconName[];

export type TypeIcon = (typeof typeIcons)[number];
