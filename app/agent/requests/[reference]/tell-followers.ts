import type { DeskPage } from "@/lib/desk/agent-view";
import { listFormat } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { ToldFollowers } from "./followers";

/** How many are named. */
const most = 5;

export function tellFollowers({ followers, isFollowing }: DeskPage, t: Translator): ToldFollowers {
  const [named, more] = [followers.slice(0, most), followers.length - most];
  const names = listFormat(t.language).format([
    ...(isFollowing ? [t("agent.followers.you")] : []),
    ...named,
    ...(more > 0 ? [t("agent.followers.more", { count: more })] : []),
  ]);
  return {
    isFollowing,
    said:
      followers.length === 0 && !isFollowing
        ? t("agent.followers.none")
        : t("agent.followers", { names, isYou: isFollowing && followers.length === 0 ? "yes" : "no" }),
    turn: t(isFollowing ? "agent.unfollow" : "agent.follow"),
    working: t("agent.follow.working"),
    hint: t(isFollowing ? "agent.unfollow.hint" : "agent.follow.hint"),
  };
}
