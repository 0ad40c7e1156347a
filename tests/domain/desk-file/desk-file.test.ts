import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { createReply } from "@/lib/canned-replies/change";
import { db } from "@/lib/db";
import { exportDesk } from "@/lib/desk-file/export";
import { importDesk } from "@/lib/desk-file/import";
import { readDeskFile } from "@/lib/desk-file/read";
import type { SectionName } from "@/lib/desk-file/sections";
import { rehearse } from "@/lib/entry/perform";
import { createView } from "@/lib/saved-views/change";
import { exportConfig, importConfig } from "@/scripts/desk-file";
import { makeTestDatabase } from "../../support/databases";
import { exported, imported, problemsOf } from "../../support/desk-files";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let [agent, customer]: PersonActor[] = [];

// A file is the whole desk.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("desk_file") });
  [agent, customer] = [
    await anAgent({ name: "Nobody's Business", email: "agent@people.test" }),
    await aCustomer({ email: "customer@shop.test" }),
  ];
});

const file = `lodge: 1

teams:
  - slug: billing
    name: Billing
    leads: [agent@people.test]
  - slug: second-line
    name: Second line

tags:
  - slug: vip
    name: VIP
    colour: purple
  - slug: bug
    name: Bug
    colour: red

organisations:
  - slug: shop
    name: The shop
    domains: [shop.test]
    managers: [customer@shop.test]

cannedReplies:
  desk:
    - slug: all-done
      name: All done
      keywords: thanks
      texts:
        de: |-
          Hallo {{customer.first_name}},

          fertig.
        en: |-
          Hello {{customer.first_name}},

          done.
  teams:
    billing:
      - slug: refund
        name: Refund
        texts:
          en: It is on its way.

views:
  - slug: urgent
    name: Urgent
    query: status=open&priority=urgent
`;

/** The catalog and the settings have tests of their own. */
const parts: SectionName[] = ["teams", "tags", "organisations", "cannedReplies", "views"];
const exportedParts = () => exported(...parts);

const eventsSince = async (id: bigint) =>
  db().event.findMany({
    where: { id: { gt: id } },
    orderBy: { id: "asc" },
    select: { type: true, part: true },
  });
const lastEvent = async () => (await db().event.aggregate({ _max: { id: true } }))._max.id ?? 0n;
const changed = (from: string, to: string) => {
  expect(file).toContain(from);
  return file.replace(from, to);
};

describe("a desk that is imported from a file", () => {
  it("is what the file says, by the operator, and exports the same bytes; a second time nothing changes", async () => {
    const before = await lastEvent();
    const { notes } = await imported(file);
    expect(notes).toEqual([]);
    expect(await exportedParts()).toBe(file);
    const events = await eventsSince(before);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["team_added", "team_lead_set", "tag_created", "domain_added", "view_created"]),
    );
    expect(new Set(events.map(({ part }) => part))).toEqual(new Set(["operator"]));
    const then = await lastEvent();
    expect(await imported(file)).toEqual({ changes: [], notes: [] });
    expect(await eventsSince(then)).toEqual([]);
  });

  it("loses nothing that the file leaves out: it is archived, and comes back with it", async () => {
    const tag = "  - slug: vip\n    name: VIP\n    colour: purple\n";
    expect((await imported(changed(tag, ""))).changes).toEqual(["~ tags", "  ~ vip", "    + archived: true"]);
    expect(await exportedParts()).toBe(
      changed("    colour: purple\n", "    colour: purple\n    archived: true\n"),
    );
    expect((await imported(file)).changes).toEqual(["~ tags", "  ~ vip", "    - archived: true"]);
    expect(await exportedParts()).toBe(file);
  });

  it("keeps what has no section in the file", async () => {
    expect((await imported("lodge: 1\nviews: []\n")).changes).toEqual([
      "~ views",
      "  ~ urgent",
      "    + archived: true",
    ]);
    await imported(file);
    expect(await exportedParts()).toBe(file);
  });

  it("takes on names, orders, members, domains and words that have changed, each with its event", async () => {
    const before = await lastEvent();
    const swapped = file
      .replace(/( {2}- slug: vip[^-]*)( {2}- slug: bug[^-]*?)\n\n/, "$2\n$1\n")
      .replace("name: VIP", "name: Very important")
      .replace("    leads: [agent@people.test]\n", "    members: [agent@people.test]\n")
      .replace("    domains: [shop.test]\n    managers", "    members: [customer@shop.test]\n    managers")
      .replace("fertig", "erledigt")
      .replace("priority=urgent", "priority=high");
    const { changes } = await imported(swapped);
    expect(changes).toEqual([
      "~ teams",
      "  ~ billing",
      '    - leads: ["agent@people.test"]',
      '    + members: ["agent@people.test"]',
      "~ tags",
      "  ~ vip",
      '    ~ name: "VIP" → "Very important"',
      "  ~ ↕ bug, vip",
      "~ organisations",
      "  ~ shop",
      '    - domains: ["shop.test"]',
      '    + members: ["customer@shop.test"]',
      "~ cannedReplies",
      "  ~ desk",
      "    ~ all-done",
      "      ~ texts",
      expect.stringContaining("erledigt"),
      "~ views",
      "  ~ urgent",
      '    ~ query: "status=open&priority=urgent" → "status=open&priority=high"',
    ]);
    expect(await exportedParts()).toBe(swapped);
    const types = (await eventsSince(before)).map(({ type }) => type).sort();
    expect(types).toEqual(
      [
        ...["canned_reply_changed", "domain_removed", "order_set", "organisation_member_added"],
        ...["organisation_manager_set", "tag_changed", "team_lead_set", "view_updated"],
      ].sort(),
    );
    await imported(file);
  });

  it("gives a name to another once whoever had it has another", async () => {
    const moved = changed("name: VIP", "name: Bug").replace(
      "slug: bug\n    name: Bug",
      "slug: bug\n    name: Defect",
    );
    await imported(moved);
    expect(await exportedParts()).toBe(moved);
    const around = changed("name: VIP", "name: Defect").replace(
      "slug: bug\n    name: Bug",
      "slug: bug\n    name: Bug",
    );
    expect(await problemsOf(around)).toEqual([expect.stringMatching(/^desk\.yaml:\d+:11: There is a tag/)]);
    await imported(file);
  });

  it("notes people whom the desk does not know, and makes none of them", async () => {
    const people = await db().person.count();
    const strange = changed(
      "leads: [agent@people.test]",
      "leads: [agent@people.test, new@people.test]",
    ).replace("name: Second line", "name: Second line\n    members: [customer@shop.test]");
    const { changes, notes } = await imported(strange);
    expect(changes).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^desk\.yaml:6:12: .*new@people\.test/),
      expect.stringMatching(/^desk\.yaml:9:14: customer@shop\.test is not an active agent/),
    ]);
    expect(await db().person.count()).toBe(people);
  });

  it("is all of it or nothing, and says what was wrong and where", async () => {
    const { length } = file.split("\n");
    const bad = `${changed("name: Second line", "name: Third line")}  - slug: urgent-too\n    name: URGENT\n    query: status=open\n`;
    expect(await problemsOf(bad)).toEqual([`desk.yaml:${length + 1}:11: The name “URGENT” is here twice.`]);
    const manager = changed("    domains: [shop.test]\n", "").replace("Second", "Third");
    expect(await problemsOf(manager)).toEqual([
      expect.stringMatching(/^desk\.yaml:\d+:15: customer@shop\.test does not belong/),
    ]);
    expect(await problemsOf(changed("domains: [shop.test]", "domains: [gmail.com]"))).toEqual([
      expect.stringMatching(/^desk\.yaml:\d+:14: .*gmail\.com/),
    ]);
    expect(await problemsOf(changed("    billing:\n", "    sales:\n"))).toEqual([
      expect.stringMatching(/^desk\.yaml:\d+:7: There is no team “sales”/),
    ]);
    expect(await exportedParts()).toBe(file);
  });

  it("can be rehearsed, which changes nothing", async () => {
    const before = await lastEvent();
    const other = readDeskFile(changed("name: VIP", "name: Guest"));
    const { differences } = await rehearse(operator, act => importDesk(act, other));
    expect(differences).toHaveLength(3);
    expect(await exportedParts()).toBe(file);
    expect(await eventsSince(before)).toEqual([]);
  });

  it("is exported without people, and without what is somebody's own", async () => {
    await run(agent as PersonActor, act => createReply(act, "person", { name: "My own", body: "canary-1" }));
    await run(agent as PersonActor, act =>
      createView(act, "person", { name: "canary-2", query: "status=open" }),
    );
    const text = await exportedParts();
    expect(text).toBe(file);
    for (const secret of ["canary", "Nobody", customer?.name ?? "", customer?.id ?? ""])
      expect(text).not.toContain(secret);
  });

  it("has slugs that are given once: one that somebody's own view has is refused", async () => {
    const slug = await run(agent as PersonActor, act =>
      createView(act, "person", { name: "Mine", query: "status=open" }),
    );
    const taken = `${file}  - slug: ${slug}\n    name: Ours\n    query: status=open\n`;
    expect(await problemsOf(taken)).toEqual([expect.stringContaining(`slug “${slug}”`)]);
    const reserved = changed(
      "    name: Second line\n",
      "    name: Second line\n  - slug: mine\n    name: My line\n",
    );
    expect(await problemsOf(reserved)).toEqual([expect.stringContaining("slug “mine”")]);
  });

  it("is for admins and the operator alone", async () => {
    const checked = readDeskFile(file);
    for (const person of [agent as PersonActor, customer as PersonActor]) {
      await expectRefusal(
        run(person, act => importDesk(act, checked)),
        "not_found",
      );
      await expectRefusal(
        run(person, act => exportDesk(act, parts)),
        "not_found",
      );
    }
    const admin = await anAdmin();
    expect(await run(admin, act => exportDesk(act, parts))).toBe(file);
    expect(await run(admin, act => importDesk(act, checked))).toMatchObject({ differences: [] });
  });
});

describe("the operator's commands", () => {
  it("write the file, say what an import would change and then change it, and lead to what is wrong", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lodge-desk-"));
    const path = join(folder, "desk.yaml");
    expect(await exportConfig(path, parts.join())).toBe(`The desk is in ${path}.`);
    expect(await readFile(path, "utf8")).toBe(file);
    expect(await exportConfig(undefined, "views")).toBe(
      "lodge: 1\n\nviews:\n  - slug: urgent\n    name: Urgent\n    query: status=open&priority=urgent",
    );
    await expect(exportConfig(undefined, "people")).rejects.toThrow(/There is no section "people"/);
    await writeFile(path, changed("name: VIP", "name: Guest"));
    const change = '~ tags\n  ~ vip\n    ~ name: "VIP" → "Guest"\n\n';
    expect(await importConfig(path, true)).toBe(`${change}This was a rehearsal: nothing has changed.`);
    expect(await exportedParts()).toBe(file);
    expect(await importConfig(path, false)).toBe(`${change}The desk is as the file says.`);
    await writeFile(path, changed("name: VIP", "nane: VIP"));
    await expect(importConfig(path, false)).rejects.toThrow(
      `${path}:12:5: There is no “nane” here. Did you mean “name”?\n\nNothing was imported.`,
    );
    await expect(importConfig(join(folder, "none.yaml"), false)).rejects.toThrow(/cannot be read/);
    await rm(folder, { recursive: true });
  });
});
