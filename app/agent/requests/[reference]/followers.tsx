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
      className="followers"
    >
      <p role="status">
        <Icon name="bell" />
        <span>{said}</span>
      </p>
      <SubmitButton variant="secondary" size="small" working={working} title={hint}>
        {turn}
      </SubmitButton>
    </FormBody>
  );
}
