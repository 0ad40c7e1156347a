import { Card } from "@/components/ui/card";
import type { CatalogCategory } from "@/lib/catalog/queries";

type Props = {
  catalog: CatalogCategory[];
  /** The slug of the type that the request has. */
  present: string;
  path: string;
};

/** The other types of the catalog, each leading to its form. */
export function PickType({ catalog, present, path }: Props) {
  const others = catalog
    .map(({ types, ...category }) => ({ ...category, types: types.filter(({ slug }) => slug !== present) }))
    .filter(({ types }) => types.length > 0);
  return (
    <div className="grid gap-6">
      {others.map(({ slug: category, name: title, types }) => (
        <Card key={category} id={category} title={title}>
          <ul className="named-rows">
            {types.map(({ slug, name, description }) => (
              <li key={slug}>
                <p>
                  <a href={`${path}?to=${slug}`}>{name}</a>
                  <span dir="auto">{description}</span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
