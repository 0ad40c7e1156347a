import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonVariant } from "@/components/ui/button-class";
import type { SetUpStep } from "@/lib/set-up/steps";
import { next } from "./actions";

/** Ends a step without doing anything in it. */
export function NextForm({
  step,
  label,
  variant = "primary",
}: {
  step: SetUpStep;
  label: string;
  variant?: ButtonVariant;
}) {
  return (
    <Form action={next} id={`next-${step}`} labels={{}}>
      <input type="hidden" name="step" value={step} />
      <SubmitButton variant={variant}>{label}</SubmitButton>
    </Form>
  );
}
