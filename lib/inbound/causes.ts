import { holdCauses, machineCauses } from "../events/mail-events";
import type { MachineCause } from "./machine";

export type HoldCause = (typeof holdCauses)[number];

export type Cause = HoldCause | MachineCause;

const causes: readonly (string | null)[] = [...holdCauses, ...machineCauses];

export const isCause = (name: string | null): name is Cause => causes.includes(name);
