import { z } from "zod";
import { tagInput } from "../tags/input";
import { archiveFields, archiving, shiftFields, shifting } from "./row-forms";

export const shiftTagForm = z.strictObject(shiftFields(tagInput)).transform(shifting);
export const archiveTagForm = z.strictObject(archiveFields(tagInput)).transform(archiving);
