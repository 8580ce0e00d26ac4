import { minutesFor } from '@attest/domain/authoring';
import { meantQuestions, presets, questionsOf, scaleOf, signOffOf, type OrganisationProfile, type PresetKey, type Template } from '@attest/domain/questionnaire';
import type { Block, Paper, PaperTable } from '@attest/shared/api';
import { questionToFill } from './question-blocks';

/** Whose form it is, where it is somebody's; a form of the questionnaire alone is nobody's. */
export interface FormOf {
  /** Null for every question there is. */
  readonly profile: OrganisationProfile | null;
  /** Such as the organisation, or "As asked of a nursery school". */
  readonly caption: string;
  /** Such as when it is due. */
  readonly notes: readonly string[];
  /** Where a section is answered on screen: what is printed, and the address. */
  readonly online?: (section: string) => { readonly link: string; readonly to: string };
}

/** A blank form: all that may be asked, with boxes to tick and room to write. */
export function formPaper(template: Template, { profile, caption, notes, online }: FormOf): Paper {
  const sections = meantQuestions(template, profile);
  const asked = sections.flatMap(({ questions }) => questions);
  const minutes = Math.round(asked.reduce((sum, question) => sum + minutesFor(question), 0));
  const { title, edition, purpose } = template;
  return {
    title, caption, language: 'en-GB', foot: `${title.includes(edition) ? title : `${title} ${edition}`}. ${caption}`,
    blocks: [
      { kind: 'text', as: 'lead', line: purpose },
      { kind: 'list', lines: [`${asked.length} questions in ${sections.length} sections, about ${minutes} minutes.`, 'This form is for working on paper. What counts is what is entered and submitted online.', ...notes] },
      ...scalesUsed(template, asked.map(({ scale }) => scale)),
      ...sections.flatMap(({ section, questions }): Block[] => [
        { kind: 'heading', depth: 1, text: `${section.ref}. ${section.title}` },
        ...(section.intro ? [{ kind: 'text', line: section.intro } as const] : []),
        ...(online ? [{ kind: 'text', as: 'note', line: ['Answer this section online: ', online(section.ref)] } as const] : []),
        ...questions.flatMap((question) => questionToFill(template, question)),
      ]),
      { kind: 'heading', depth: 1, text: template.signOff ? 'Declarations' : 'Declaration' },
      ...signOffOf(template).flatMap(({ who, declaration }): Block[] => [
        { kind: 'text', line: declaration },
        { kind: 'space', lines: 1, label: `Name of the ${who}` },
        { kind: 'space', lines: 1, label: 'Signature and date' },
      ]),
    ],
  };
}

/** What the levels mean in general, once, for every scale that is used. */
export function scalesUsed(template: Template, keys: readonly (string | undefined)[]): Block[] {
  const scales = [...new Set(keys)].flatMap((key) => scaleOf(template, key) ?? []);
  return scales.map(({ name, levels }): Block => {
    const table: PaperTable = { caption: `What the levels mean: ${name}`, columns: [{ head: 'Level', width: 1 }, { head: 'Meaning', width: 3 }], rows: levels.map((level) => [[{ level }], level.meaning]) };
    return { kind: 'table', table };
  });
}

/** As one of the organisations that a questionnaire is looked at as; all of it where none is named or the questionnaire is not for such. */
export function formAs(template: Template, as: PresetKey | undefined): Pick<FormOf, 'profile' | 'caption'> {
  const preset = presets.find(({ key, profile }) => key === as && profile.kind === template.audience);
  if (!preset) return { profile: null, caption: `All ${questionsOf(template).length} questions` };
  return { profile: preset.profile, caption: `As asked of ${preset.label.replace(/^./, (first) => first.toLowerCase())}` };
}
