import type { Feature, OrganisationKind, Phase, Sector } from './organisation-profile';

/**
 * A questionnaire as data. Section 11, section 175, a case audit: each is one of these and nothing else.
 * It is what a file in `libs/templates/api/src/library` holds and what a published version freezes.
 */
export interface Template {
  /** The same from year to year, such as `section-175`. */
  readonly code: string;
  /** The edition, such as `2026-27`. */
  readonly edition: string;
  readonly title: string;
  readonly audience: OrganisationKind;
  /** One or two sentences for the people who fill it in. */
  readonly purpose: string;
  /** ISO date from which this edition may be used. */
  readonly effectiveFrom: string;
  readonly legalBasis: readonly Citation[];
  readonly scales: readonly Scale[];
  readonly scoring: Scoring;
  readonly sections: readonly Section[];
  readonly declaration: Declaration;
  /** Who signs, one after the other. Without it the declaration is made once, by whoever may submit. */
  readonly signOff?: readonly SignOffStep[];
  /** The edition before, which `lineage` and `retired` speak of; absent in a first one. */
  readonly follows?: string;
  /** Questions of the edition before that are asked no more, and why. */
  readonly retired?: readonly Retired[];
}

export interface Retired {
  readonly key: string;
  /** As printed the last time. */
  readonly ref: string;
  readonly title: string;
  readonly note: string;
}

export interface Declaration {
  /** Who may sign, in the field's words, such as "Designated Safeguarding Lead". */
  readonly role: string;
  readonly wording: string;
}

/** Which roles in an organisation may be asked for a signature. */
export const signingRoles = ['lead', 'approver'] as const;
export type SigningRole = (typeof signingRoles)[number];

/** One signature of several. They are given in the order of the list: each signs what those before have signed. */
export interface SignOffStep {
  readonly key: string;
  /** In the field's words, such as "Head teacher". */
  readonly who: string;
  readonly role: SigningRole;
  /** What is declared with this signature. */
  readonly declaration: string;
  /** Whoever has signed before may sign this too, such as a head who is the Designated Safeguarding Lead. Otherwise nobody signs twice. */
  readonly samePerson?: boolean;
}

/** Where a requirement stands. Partnerships may correct any of it, so the product never asserts it as law. */
export interface Citation {
  readonly title: string;
  /** Paragraph, part or heading, in words. */
  readonly where: string;
  /** The edition cited, such as "1 September 2025". */
  readonly version: string;
  readonly url?: string;
  /** True where a Designated Safeguarding Lead should check the reference before release. */
  readonly unverified?: boolean;
}

/** Levels stand best first; which end of the numbers is best is data, because in some tools 1 is best. */
export interface Scale {
  readonly key: string;
  readonly name: string;
  readonly levels: readonly Level[];
}

export interface Level {
  readonly key: string;
  /** Shown in cells: R, A, G, B, 1 … 4. */
  readonly letter: string;
  readonly word: string;
  readonly colour: Colour;
  readonly score: number;
  /** Whether this level meets the standard. */
  readonly meets: boolean;
  /** What the level means in general; each question says what it means there. */
  readonly meaning: string;
}

export const colours = ['blue', 'green', 'amber', 'red'] as const;
export type Colour = (typeof colours)[number];

/** How a section and the whole are rated: the scale of the result and the percentage each of its levels starts at. */
export interface Scoring {
  /** The rule's name and version, stored with each result. */
  readonly rule: string;
  readonly resultScale: string;
  /** Best first; the last starts at 0. Percentages of the points available. */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly level: string;
  /** From this percentage (0–100), inclusive. */
  readonly from: number;
}

export interface Section {
  readonly key: string;
  /** Printed number, such as `3`. */
  readonly ref: string;
  readonly title: string;
  readonly intro: string;
  /** Whole number; how many times its points count. 1 unless said otherwise. 0 leaves it out of the overall result. */
  readonly weight: number;
  readonly appliesTo?: Applicability;
  readonly questions: readonly Question[];
}

export const questionTypes = ['level', 'choice', 'choices', 'number', 'percentage', 'date', 'text', 'person', 'table', 'evidence', 'declaration'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** How far a question is the one asked before. `retired` is said by the template: it has no question any more. */
export const lineageKinds = ['same', 'reworded', 'split', 'merged', 'new'] as const;
export type LineageKind = (typeof lineageKinds)[number];

/**
 * Where a question comes from. `same` and `reworded` have one predecessor, `split` one that others come from too, `merged`
 * several, `new` none. Only the first two let a rating be compared with the year before.
 */
export interface Lineage {
  readonly kind: LineageKind;
  /** Keys in the edition before. */
  readonly from: readonly string[];
  /** What changed, for the people who answered it last year. */
  readonly note?: string;
}

/** When something has to be shown for an answer. `if-met`: for a rating that meets the standard, or better. */
export const evidenceRules = ['none', 'optional', 'if-met', 'required'] as const;
export type EvidenceRule = (typeof evidenceRules)[number];

export const cellTypes = ['number', 'percentage', 'text'] as const;
export type CellType = (typeof cellTypes)[number];
/** A small table, such as staff groups and how many were trained. */
export interface Table {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly columns: readonly { readonly key: string; readonly label: string; readonly type: CellType }[];
}

export interface Question {
  /** The concept asked about. Stays the same while the meaning does, whatever the wording or the number. */
  readonly key: string;
  /** Printed number within the edition, such as `3.2`. */
  readonly ref: string;
  /** A few words for lists and table headings. */
  readonly title: string;
  /** The question itself, as asked. */
  readonly wording: string;
  readonly type: QuestionType;
  readonly basis: 'statutory' | 'good-practice' | 'local';
  /** One or two sentences that help to answer. */
  readonly help?: string;
  /** What evidence looks like. */
  readonly evidence?: readonly string[];
  readonly citations?: readonly Citation[];
  readonly appliesTo?: Applicability;
  readonly showIf?: Condition;
  readonly required: boolean;
  readonly naAllowed: boolean;
  /** Whole number; 1 unless said otherwise. 0 asks without scoring. Only `level` questions are scored. */
  readonly weight: number;
  /** A section is never rated better than its weakest critical question would be alone. */
  readonly critical?: boolean;
  /** `level` questions: the scale, and what each of its levels means here. */
  readonly scale?: string;
  readonly descriptors?: Readonly<Record<string, string>>;
  /** `table` questions. */
  readonly table?: Table;
  /** Whether something must be shown for the answer; `optional` unless said otherwise. */
  readonly evidenceRule?: EvidenceRule;
  /** `text` questions: a line, or room for more; `several` unless said otherwise. */
  readonly lines?: 'one' | 'several';
  /** For the people who write the template; never shown to those who answer it. */
  readonly authorNote?: string;
  /** Absent in a first edition. */
  readonly lineage?: Lineage;
  /** `choice` and `choices` questions. */
  readonly choices?: readonly { readonly key: string; readonly label: string }[];
  /** Whether the words beside the rating are required, welcome or not asked for. */
  readonly explanation: 'required' | 'optional' | 'none';
  /** Most words in the explanation, or in the answer of a `text` question. */
  readonly words?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The first edition that asked it, such as `2026-27`; absent means it was always asked. */
  readonly since?: string;
}

/** Any value within a list; every list that is given. An empty object applies to all. */
export interface Applicability {
  readonly phases?: readonly Phase[];
  readonly sectors?: readonly Sector[];
  readonly features?: readonly Feature[];
  readonly withoutFeatures?: readonly Feature[];
  /** Types of establishment as the register names them, such as "Academy converter". */
  readonly types?: readonly string[];
  /** Local authority codes, such as "806": the same in every partnership. */
  readonly areas?: readonly string[];
}

/** A typed tree, never evaluated as code. `is` holds level keys or choice keys. */
export type Condition =
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
