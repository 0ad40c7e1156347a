import { Tabs } from "@/components/ui/tabs";
import type { Owner } from "@/lib/canned-replies/owner";
import { repliesPath } from "@/lib/canned-replies/paths";
import type { Translator } from "@/lib/messages/translate";

/** For those who keep both. */
export function ReplyTabs({ t, owner }: { t: Translator; owner: Owner }) {
  const tabs = (["person", "desk"] as const).map(each => ({
    href: repliesPath(each),
    label: t(each === "person" ? "canned_replies.tab.own" : "canned_replies.tab.desk"),
    current: each === owner,
  }));
  return <Tabs label={t("canned_replies.tabs")} tabs={tabs} />;
}
