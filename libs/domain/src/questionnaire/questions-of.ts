import type { Question, Template } from './template';

/** Every question, in printed order. */
export const questionsOf = ({ sections }: Template): readonly Question[] => sections.flatMap(({ questions }) => questions);
