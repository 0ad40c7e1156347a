import type { Clock } from "@/lib/clock";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { ListedPerson } from "@/lib/people/find";
import type { ToldPerson } from "./people-list";

export function tellPerson(person: ListedPerson, t: Translator, clock: Clock): ToldPerson {
  const { id, name, email, role, isSuspended, awaitsSignUp, awayUntil, organisations } = person;
  const standing = [
    ...(isSuspended ? [t("people.suspended")] : []),
    ...(awaitsSignUp ? [t("people.awaits_sign_up")] : []),
    ...(awayUntil ? [t("people.away", { day: sayDate(new Date(awayUntil), clock, "shortDay") })] : []),
  ];
  return {
    ...{ id, name, ...(role !== "customer" && { isSupport: true as const }) },
    about: [email, ...organisations].join(" · "),
    role: t(`people.role.${role}`),
    ...(standing.length > 0 && { standing: standing.join(" · ") }),
  };
}
