import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { PersonActor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { listTemplates, readTemplateChoice } from "@/lib/desk-file/templates";
import { readSettingsPage } from "@/lib/desk-settings/read";
import { openedLink } from "@/lib/entry/links";
import {
  pageClock,
  readPage,
  readPageSettings,
  readParams,
  readStage,
  type SearchParams,
} from "@/lib/entry/page";
import { readVisit } from "@/lib/entry/visit";
import { readMailWay } from "@/lib/mail/test-mail";
import { readTranslator, type Translator } from "@/lib/messages/translate";
import { onlyAdmins } from "@/lib/only-admins";
import { listInvited } from "@/lib/people/invited";
import { readSetUpLink, setUpLinkMinutes } from "@/lib/set-up/link";
import { isSetUpStep, type SetUpStep } from "@/lib/set-up/steps";
import { isBefore, type SetUpStage } from "@/lib/set-up-stage";
import { CatalogStep } from "./catalog-step";
import { ColleaguesStep } from "./colleagues-step";
import { DeskStep } from "./desk-step";
import { FirstAdmin } from "./first-admin";
import { Frame } from "./frame";
import { MailStep } from "./mail-step";
import { Notice } from "./notice";
import "./setup.css";

const path = "/setup";

/** Names nothing of the desk. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await readTranslator())("set_up.title") } };
}

/** Opening the link changes nothing; the button does. */
export default async function SetUpPage({ searchParams }: { searchParams: SearchParams }) {
  const stage = await readStage();
  if (stage === "done") notFound();
  const [link, t] = await Promise.all([openedLink("set-up"), readTranslator()]);
  if (stage === "fresh") {
    const state = link && (await readPage(path, () => readSetUpLink(link.token, now())));
    if (link && state === "open") return <FirstAdmin t={t} mark={link.mark} />;
    if (state === "taken") return <Taken t={t} />;
    const code = (words: ReactNode) => <code>{words}</code>;
    return link === null ? (
      <Notice t={t} title={t("set_up.needed")}>
        {t.rich("set_up.needed.text", { code })}
      </Notice>
    ) : (
      <Notice t={t} title={t("set_up.gone")}>
        {t.rich("set_up.gone.text", { minutes: setUpLinkMinutes, code })}
      </Notice>
    );
  }
  const actor = (await readPage(path, readVisit))?.actor ?? null;
  if (!actor && link) return <Taken t={t} />;
  if (!actor) redirect("/sign-in?next=%2Fsetup");
  await readPage(path, async () => onlyAdmins(actor));
  return showStep(t, actor, stage, await readParams(searchParams, ["step", "done"]));
}

const Taken = ({ t }: { t: Translator }) => (
  <Notice
    t={t}
    title={t("set_up.taken")}
    action={<ButtonLink href="/sign-in?next=%2Fsetup">{t("accounts.log_in")}</ButtonLink>}
  >
    {t("set_up.taken.text")}
  </Notice>
);

type Wish = { step?: string; done?: string };

async function showStep(t: Translator, actor: PersonActor, stage: SetUpStage, { step, done }: Wish) {
  const reached = isSetUpStep(stage) ? stage : "colleagues";
  const shown = isSetUpStep(step) && !isBefore(reached, step) ? step : reached;
  return (
    <Frame t={t} stage={stage} shown={shown} title={t(`set_up.${shown}`)} intro={t(`set_up.${shown}.intro`)}>
      {await readPage(path, () => drawStep(t, actor, shown, done))}
    </Frame>
  );
}

async function drawStep(t: Translator, actor: PersonActor, step: SetUpStep, done = "") {
  const clock = await pageClock();
  switch (step) {
    case "desk":
      return (
        <DeskStep
          {...{ t, clock, done }}
          page={await readSettingsPage(actor)}
          settings={await readPageSettings()}
        />
      );
    case "mail":
      return (
        <MailStep
          t={t}
          way={await readMailWay(actor, await readPageSettings())}
          email={actor.email}
          clock={clock}
        />
      );
    case "catalog":
      return (
        <CatalogStep t={t} templates={listTemplates(t.language)} choice={await readTemplateChoice(actor)} />
      );
    case "colleagues": {
      const { rows } = await listInvited(actor, now());
      return <ColleaguesStep t={t} invited={rows} isSent={done === "invited"} clock={clock} />;
    }
  }
}
