import type { Template } from '@attest/domain/questionnaire';
import section11 from './library/section-11.2026-27.json' with { type: 'json' };
import section175 from './library/section-175.2026-27.json' with { type: 'json' };

/** The questionnaires that come with the program. They enter a partnership by the door its own will use, which checks them. */
export const libraryTemplates = [section175, section11] as unknown as readonly Template[];
