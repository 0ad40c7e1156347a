import { SelectField } from "@/components/form/select-field";
import type { ToldResolutions } from "./told-moves";

export const ResolutionField = (told: ToldResolutions) => (
  <SelectField name="resolution" need="required" {...told} />
);
