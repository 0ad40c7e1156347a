import { Tabs } from "@/components/ui/tabs";
import { type Owner, repliesPath } from "@/lib/canned-replies/paths";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  owner: Owner;
  teamName: string | null;
  ledTeams: { slug: string; name: string }[];
  isAdmin: boolean;
};

/** For those who keep more than their own. Admins come to teams that they do not lead from the team's page. */
export function ReplyTabs({ t, owner, teamName, ledTeams, isAdmin }: Props) {
  const tab = (each: Owner, label: string) => {
    const href = repliesPath(each);
    return { href, label, current: href === repliesPath(owner) };
  };
  const shown = typeof owner === "string" ? null : owner.team;
  const isLed = ledTeams.some(({ slug }) => slug === shown);
  const tabs = [
    tab("person", t("canned_replies.tab.own")),
    ...ledTeams.map(({ slug, name }) => tab({ team: slug }, name)),
    ...(shown && !isLed ? [tab({ team: shown }, teamName ?? shown)] : []),
    ...(isAdmin ? [tab("desk", t("canned_replies.tab.desk"))] : []),
  ];
  return tabs.length > 1 && <Tabs label={t("canned_replies.tabs")} tabs={tabs} />;
}
