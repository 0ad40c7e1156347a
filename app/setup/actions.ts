"use server";

import { z } from "zod";
import { countAccountInvitations, inviteToDesk } from "@/lib/accounts/account-invitations";
import { bringTemplate } from "@/lib/desk-file/templates";
import { changeSettings } from "@/lib/desk-settings/change";
import { encodePicture } from "@/lib/desk-settings/encode";
import { changePicture } from "@/lib/desk-settings/pictures";
import { setUpAction, signedInAction } from "@/lib/entry/action";
import { tokenOf } from "@/lib/entry/links";
import { inviteForm } from "@/lib/entry/people-forms";
import { endStep, enterSetUp, firstAdminForm, stepForm, templateForm, wayTo } from "@/lib/entry/set-up-forms";
import { pictureForm, settingsForm } from "@/lib/entry/setting-forms";
import { askForTestMail } from "@/lib/mail/held-mail";
import { sendAtOnce } from "@/lib/mail/test-mail";
import { clientNetwork } from "@/lib/session/client";
import { readSessionCookie } from "@/lib/session/cookies";
import { becomeFirstAdmin, prepareFirstAdmin } from "@/lib/set-up/first-admin";
import { goOn } from "@/lib/set-up/steps";

export const becomeAdmin = setUpAction({
  input: firstAdminForm,
  secrets: ["password"],
  prepare: async ({ link, timeZone: _, ...typed }) => {
    const token = await tokenOf("set-up", link);
    return { token, admin: await prepareFirstAdmin(token, typed, undefined, await clientNetwork()) };
  },
  command: async (act, { timeZone }, { token, admin }) =>
    becomeFirstAdmin(act, token, admin, { timeZone, formerSessionId: await readSessionCookie() }),
  redirectTo: enterSetUp,
});

export const saveDesk = signedInAction({
  input: settingsForm(["deskName", "timeZone", "language"]),
  command: (act, change) => endStep(act, "desk", () => changeSettings(act, change)),
  redirectTo: wayTo,
});

export const saveLogo = signedInAction({
  input: pictureForm,
  file: "picture",
  prepare: ({ name }, actor, file) => encodePicture(actor, name, file),
  command: (act, wish, made) => changePicture(act, { ...wish, made }),
  redirectTo: () => "/setup?step=desk&done=logo",
});

export const removeLogo = signedInAction({
  input: pictureForm,
  command: (act, wish) => changePicture(act, { ...wish, made: null }),
  redirectTo: () => "/setup?step=desk&done=no-logo",
});

export const sendTest = signedInAction({
  input: z.strictObject({}),
  command: async act => {
    await askForTestMail(act);
    return act.recorded.at(-1)?.id;
  },
  redirectTo: async eventId => {
    if (eventId !== undefined) await sendAtOnce(eventId);
    return "/setup?step=mail#test";
  },
});

export const chooseTemplate = signedInAction({
  input: templateForm,
  // A whole catalog is written, which a busy machine takes longer for than for anything else.
  seconds: 60,
  command: (act, { template }) => endStep(act, "catalog", () => bringTemplate(act, template)),
  redirectTo: wayTo,
});

export const invite = signedInAction({
  input: inviteForm,
  prepare: ({ emails }, actor) => countAccountInvitations(actor, emails.length),
  command: inviteToDesk,
  redirectTo: () => "/setup?step=colleagues&done=invited",
});

export const next = signedInAction({
  input: stepForm,
  command: (act, { step }) => goOn(act, step),
  redirectTo: wayTo,
});
