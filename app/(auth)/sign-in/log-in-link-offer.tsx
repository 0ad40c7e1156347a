"use client";

import { useForm } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";

/** The other way in, once the server has said that the password has to wait. Sends the same form. */
export function LogInLinkOffer({ label }: { label: string }) {
  const { state } = useForm();
  const offer = state?.error?.link?.[0];
  if (!offer) return null;
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-sunken p-4">
      <p className="text-ink-soft text-sm">{offer}</p>
      <SubmitButton variant="secondary" name="by" value="link">
        {label}
      </SubmitButton>
    </div>
  );
}
