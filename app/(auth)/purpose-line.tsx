import { readPage } from "@/lib/entry/page";
import { readPurpose } from "@/lib/entry/purpose";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; path: string };

/** What comes once one is logged in. */
export async function PurposeLine({ t, path }: Props) {
  const purpose = await readPage("/sign-in", () => readPurpose(path, t.language));
  if (!purpose) return null;
  const bold = (name: string) => (
    <strong className="font-semibold text-ink">
      <bdi>{name}</bdi>
    </strong>
  );
  if (purpose.kind === "raise")
    return <p>{t.rich("accounts.purpose.raise", { type: bold(purpose.typeName) })}</p>;
  if (purpose.kind === "read")
    return <p>{t.rich("accounts.purpose.read", { reference: bold(purpose.reference) })}</p>;
  return <p>{t("accounts.purpose.list")}</p>;
}
