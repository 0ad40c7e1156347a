import { event } from "./define";

export const backupEvents = {
  /** Whatever makes backups has said that it made one. */
  backup_reported: event("admins", {}),
};
