import "server-only";
import { z } from "zod";
import { emailInput } from "../accounts/address";
import { nameInput, newPasswordInput } from "../accounts/input";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { writeSessionCookie } from "../session/cookies";
import { goOn, type SetUpStep, setUpSteps } from "../set-up/steps";
import type { SetUpStage } from "../set-up-stage";
import { templates } from "../template-names";
import { forgetLink, linkInput } from "./links";
import { browserZone } from "./sign-up";

export const firstAdminForm = linkInput.extend({
  name: nameInput,
  email: emailInput,
  password: newPasswordInput,
  timeZone: browserZone,
});

export const templateForm = z.strictObject({
  template: z.enum(templates, { error: messageCode("set_up.catalog.missing") }),
});

export const stepForm = z.strictObject({ step: z.enum(setUpSteps) });

/** What a step does and that it is done, both or neither. @throws Refusal as `work` and `goOn` */
export async function endStep(act: Act, step: SetUpStep, work: () => Promise<void>): Promise<SetUpStage> {
  await work();
  return goOn(act, step);
}

/** The first admin is logged in. */
export async function enterSetUp(sessionId: string): Promise<string> {
  await forgetLink("set-up");
  await writeSessionCookie(sessionId);
  return "/setup";
}

/** Set-up ends where everything can be changed later. */
export const wayTo = (stage: SetUpStage): string =>
  stage === "done" ? "/admin?done=set-up" : `/setup?step=${stage}`;
