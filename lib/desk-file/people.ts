import "server-only";
import type { Tx } from "../db";
import type { Path } from "./remark";
import type { Guide } from "./section";

type Known = { id: string; isAgent: boolean };

/** Who has which address here. */
export async function findPeople(tx: Tx, addresses: string[]): Promise<Map<string, Known>> {
  const rows = await tx.person.findMany({
    where: { email: { in: [...new Set(addresses)] } }, // unique index on email
    select: { id: true, email: true, role: true, suspendedAt: true },
  });
  return new Map(
    rows.map(({ id, email, role, suspendedAt }) => [
      email,
      { id, isAgent: role !== "customer" && suspendedAt === null },
    ]),
  );
}

/** Leaves out, and notes, whom the desk does not know. A file makes nobody. */
export function keepKnown(
  people: Map<string, Known>,
  guide: Guide,
  path: Path,
  addresses: string[],
  needsAgent = false,
): string[] {
  return addresses.filter(email => {
    const person = people.get(email);
    if (person && (person.isAgent || !needsAgent)) return true;
    const code = person ? "desk_file.no_agent" : "desk_file.nobody";
    guide.note(path, { code, params: { email } });
    return false;
  });
}
