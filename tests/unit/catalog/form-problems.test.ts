import { expect, it } from "vitest";
import { unfitness } from "@/lib/catalog/form-unfitness";

const optionsNamed = (...german: (string | undefined)[]) => [
  {
    ...{ key: "what", kind: "single_choice" as const, label: "What is wrong?" },
    options: german.map((label, index) => ({
      ...{ value: `option_${index}`, label: ["Defect", "Gift"][index] ?? "" },
      ...(label && { translations: { de: label } }),
    })),
  },
];

it("no two choices may be read alike, in whatever language", () => {
  const problemsOf = (...german: (string | undefined)[]) =>
    unfitness(optionsNamed(...german), {}, {}).map(({ at, said }) => [at, said.params]);
  expect(problemsOf("Fehler", "Geschenk")).toEqual([]);
  expect(problemsOf("Fehler", "Fehler")).toEqual([["options", { label: "Fehler" }]]);
  expect(problemsOf("Gift", undefined)).toEqual([["options", { label: "Gift" }]]);
});
