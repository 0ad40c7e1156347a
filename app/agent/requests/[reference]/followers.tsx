import { follow } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { RequestInView } from "@/lib/requests/view";

export const followFormId = "follow";

export type ToldFollowers = {
  isFollowing: boolean;
  /** Who follows, as a sentence. */
  said: string;
  turn: string;
  working: string;
  /** Explains to a reader who does not follow what following would do. */
  hint: string;
};

/** Says who follows the request, and lets its reader begin or stop. */
export function Followers({ on, told }: { on: RequestInView; told: ToldFollowers }) {
  const { isFollowing, said, turn, working, hint } = told;
  return (
    <FormBody
      action={follow}
      id={followFormId}
      labels={{}}
      hidden={{ ...on, follows: isFollowing ? "no" : "yes" }}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line not-first:mt-4 not-first:border-t not-first:pt-4"
    >
      <p role="status" className="wrap-anywhere flex min-w-0 flex-1 basis-40 gap-2 text-ink-soft text-sm">
        <Icon name="bell" className="mt-0.5 size-4" />
        <span>{said}</span>
      </p>
      <SubmitButton variant="secondary" size="small" working={working} title={hint}>
        {turn}
      </SubmitButton>
    </FormBody>
  );
}
