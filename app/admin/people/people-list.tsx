"use client";

import { Avatar } from "@/components/ui/avatar";

export type ToldPerson = {
  id: string;
  name: string;
  isSupport?: true;
  about: string;
  role: string;
  /** That they are suspended, away, or have no password yet. */
  standing?: string;
};

export function PeopleList({ label, people }: { label: string; people: ToldPerson[] }) {
  return (
    <ul aria-label={label} className="people-list">
      {people.map(({ id, name, isSupport, about, role, standing }) => (
        <li key={id}>
          <Avatar name={name} side={isSupport ? "support" : "customer"} />
          <div>
            <a href={`/admin/people/${id}`} dir="auto">
              {name}
            </a>
            <p>{about}</p>
          </div>
          <p>
            {role}
            {standing && <span className="standing">{standing}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
