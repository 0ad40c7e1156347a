import type { Answers, Field, GivenAnswers } from "./fields";

/** Only agents are asked it, and see that it is there. */
export const isForAgents = ({ agentsOnly }: Pick<Field, "agentsOnly">): boolean => agentsOnly === true;

export const forCustomers = (fields: Field[]): Field[] => fields.filter(field => !isForAgents(field));

export const forAgents = (fields: Field[]): Field[] => fields.filter(isForAgents);

/** In the one order that whole forms have: what customers are asked, and below it what only agents are. */
export const inGroups = <T>(items: T[], fieldOf: (item: T) => Field): T[] => [
  ...items.filter(item => !isForAgents(fieldOf(item))),
  ...items.filter(item => isForAgents(fieldOf(item))),
];

/** What a whole form was answered with, as it is stored: apart. */
export function apart<A extends Answers | GivenAnswers>(
  fields: Field[],
  answers: A,
): { answers: A; agentAnswers: A } {
  const keys = new Set(forAgents(fields).map(({ key }) => key));
  const those = (isWanted: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => isWanted(key))) as A;
  return { answers: those(key => !keys.has(key)), agentAnswers: those(key => keys.has(key)) };
}

/** So that nobody has to answer what only agents are asked, while a customer is on the line. */
export const withoutNeed = (fields: Field[]): Field[] =>
  fields.map(field => {
    if (!isForAgents(field)) return field;
    const { required: _, requireWhen: __, ...rest } = field;
    return rest as Field;
  });
