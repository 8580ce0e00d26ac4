import type { Template } from '@attest/domain/questionnaire';
import domesticAbuse from './library/domestic-abuse-case-audit.2026-27.json' with { type: 'json' };
import learningReview from './library/learning-review-challenge.2026-27.json' with { type: 'json' };
import healthCheck from './library/partnership-health-check.2026-27.json' with { type: 'json' };
import section11 from './library/section-11.2026-27.json' with { type: 'json' };
import voluntary from './library/section-11-voluntary.2026-27.json' with { type: 'json' };
import section175 from './library/section-175.2026-27.json' with { type: 'json' };
import youthViolence from './library/serious-youth-violence.2026-27.json' with { type: 'json' };

/**
 * The questionnaires that come with the program, those asked most often first: lists show them in this order. They enter a
 * partnership by the door its own will use, which checks them.
 */
export const libraryTemplates = [
  section11, section175, voluntary, domesticAbuse, youthViolence, healthCheck, learningReview,
] as unknown as readonly Template[];
