import type { NamesOfDesk } from "@/lib/inbound/desk-marks";

/** A desk on which nothing has been set. */
export const lodge: NamesOfDesk = {
  deskName: "Lodge",
  mailSender: "",
  referencePrefix: "LDG",
  formerPrefixes: [],
};
