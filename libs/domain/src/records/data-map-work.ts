import type { DataMapEntry } from './data-map-entry';

const sameRow = { partnership_id: 'The same in every row' } as const;
const work = { otherwise: 'As long as the partnership uses Attest' } as const;
const nothing = { about: 'Nobody', basis: 'none', erasure: 'Nothing to erase' } as const;

/** What is asked and what is answered. */
export const asked = {
  template: {
    name: 'Templates', holds: 'Questionnaires', ...nothing, kept: work,
    exported: { columns: { id: 'Identifier', code: 'Code', audience: 'school or agency' }, leftOut: sameRow },
  },
  template_version: {
    name: 'Editions', holds: 'The questions, scales and rules of one edition, and who changed its draft last', about: 'Authors of questionnaires', basis: 'public-task', kept: work, erasure: 'The name is replaced by the label',
    exported: {
      columns: {
        id: 'Identifier', template_id: 'Template', edition: 'Edition', title: 'Title', state: 'draft, published or retired', manifest: 'The whole questionnaire (JSON)', content_hash: 'SHA-256 of the questionnaire',
        effective_from: 'In force from', published_at: 'Published', revision: 'Number of changes to the draft', changed_at: 'Draft changed', changed_by: 'Draft changed by',
      },
      leftOut: sameRow,
    },
  },
  template_edit: {
    name: 'Edits of drafts', holds: 'Each change to the draft of a questionnaire, so that it can be taken back, and who made it', about: 'Authors of questionnaires', basis: 'public-task', kept: work, erasure: 'The name is replaced by the label',
    exported: {
      columns: { template_version_id: 'Edition', seq: 'Place in order', kind: 'edit, undo or redo', edits: 'What was changed (JSON)', undo: 'What takes it back (JSON)', touches: 'What it touches', person_name: 'By', at: 'When' },
      leftOut: { ...sameRow, person_id: 'The name says it' },
    },
  },
  template_import: {
    name: 'Workbooks that came back', holds: 'What the sheets of an uploaded workbook say, and who uploaded it', about: 'Authors of questionnaires', basis: 'public-task', kept: { otherwise: 'Seven days' },
    erasure: 'Deleted', exported: { not: 'Deleted after seven days: what was made of it is a draft, which is exported' },
  },
  question_lineage: {
    name: 'Lineage of questions', holds: 'Where each question of an edition comes from in the one before', ...nothing, kept: work,
    exported: { columns: { template_version_id: 'Edition', question_id: 'Question; empty where it is asked no more', from_question_id: 'The question before; empty where it is new', kind: 'same, reworded, split, merged, new or retired', note: 'Note' }, leftOut: sameRow },
  },
  citation_edition: {
    name: 'Editions of what is cited', holds: 'Which edition of a statute or guidance is in force', ...nothing, kept: work,
    exported: { columns: { title: 'Title', version: 'Edition', dated: 'Dated' }, leftOut: sameRow },
  },
  question: {
    name: 'Questions', holds: 'Each question of each edition, to point at', ...nothing, kept: work,
    exported: {
      columns: { id: 'Identifier', template_version_id: 'Edition', key: 'Key within the edition', ref: 'Number as printed', section_key: 'Section', position: 'Place in order' }, leftOut: sameRow,
    },
  },
  round: {
    name: 'Rounds', holds: 'Which questionnaire is asked of whom between which dates', ...nothing, kept: work,
    exported: {
      columns: {
        id: 'Identifier', template_version_id: 'Edition', name: 'Name', reference: 'Reference', state: 'draft, open or closed', opens_on: 'Opens', due_on: 'Due', final_on: 'Final date', audience: 'Who is asked (JSON)',
        denominator: 'Organisations in scope', denominator_on: 'Counted on', previous_round_id: 'The round before', created_at: 'Drafted',
      },
      leftOut: sameRow,
    },
  },
  round_member: {
    name: 'Members of rounds', holds: 'The organisations asked, as they were when the round opened', ...nothing, kept: work,
    exported: {
      columns: {
        id: 'Identifier', round_id: 'Round', organisation_id: 'Organisation', organisation_name: 'Its name then', area_id: 'Area', area_name: 'Its name then', phase: 'Phase', sector: 'Sector', type: 'Type',
        features: 'What decided which questions were asked', peer_group: 'Peer group', exempt_reason: 'Why it need not answer', joined_on: 'Asked since',
      },
      leftOut: sameRow,
    },
  },
  submission: {
    name: 'Returns', holds: 'How far each organisation has come, when it handed in, and its reference', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: {
      columns: {
        id: 'Identifier', round_id: 'Round', round_member_id: 'Member of the round', organisation_id: 'Organisation', template_version_id: 'Edition', state: 'How far it has come', version: 'Number of changes', answered: 'Questions answered',
        required: 'Questions that need an answer', started_at: 'Begun', last_saved_at: 'Last saved', submitted_at: 'Handed in', reference: 'Reference', disposed_on: 'Disposed of under retention', reopened_until: 'Opened again until', reopened_questions: 'Opened again for these questions alone',
      },
      leftOut: { ...sameRow, evidence: 'Counted from the evidence beside each answer', standing: 'What it would be rated before it is handed in: the organisation’s alone' },
    },
  },
  answer: {
    name: 'Answers', holds: 'What an organisation says to each question, and who wrote it', about: 'Whoever answered; whoever they wrote about', basis: 'public-task', kept: 'returns',
    erasure: 'The writer’s name is replaced by the label. What the organisation said stays: it is the organisation’s',
    exported: {
      columns: {
        submission_id: 'Return', question_id: 'Question', organisation_id: 'Organisation', level: 'Level', value: 'Value where the question has no levels (JSON)', note: 'In words', na_reason: 'Why it does not apply', version: 'Number of changes', to_check: 'Came over from other words, and nobody has checked it since',
        updated_by_name: 'Written by', updated_at: 'Written', carried: 'Whether its words are those of the round before', by_guest: 'Written by a guest, who has no account',
      },
      leftOut: { ...sameRow, updated_by: 'The name says it' },
    },
  },
  answer_event: {
    name: 'History of answers', holds: 'Every version of every answer, with who and when', about: 'Whoever answered', basis: 'public-task', kept: 'returns',
    erasure: 'The writer’s name is replaced by the label. What the organisation said stays: it is the organisation’s',
    exported: {
      columns: {
        operation_id: 'Identifier', submission_id: 'Return', question_id: 'Question', organisation_id: 'Organisation', outcome: 'saved, or conflict where somebody else was quicker', version: 'Number of the change', level: 'Level', value: 'Value (JSON)',
        note: 'In words', na_reason: 'Why it does not apply', by_name: 'Written by', at: 'When', via: 'page where somebody wrote it, last-round where the words of the round before were taken', by_guest: 'Written by a guest, who has no account',
      },
      leftOut: { ...sameRow, by_person: 'The name says it', questions_changed: 'Of use to the program alone' },
    },
  },
  carry_over: {
    name: 'Rounds carried over', holds: 'When an open round went over to a newer version of its questionnaire, and whether that was undone', ...nothing, kept: work,
    exported: { columns: { id: 'Identifier', round_id: 'Round', from_version_id: 'Edition before', to_version_id: 'Edition after', at: 'When', undone_at: 'Undone', heirs: 'Which question stands in the place of which (JSON)' }, leftOut: sameRow },
  },
  carried_return: {
    name: 'Returns carried over', holds: 'How many answers of a return were kept, to check and set aside when its round was carried over, and which', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: {
      columns: {
        carry_over_id: 'Carried over', submission_id: 'Return', organisation_id: 'Organisation', kept: 'Answers kept as they were', to_check: 'Answers to check', set_aside: 'Answers set aside', added: 'Questions asked for the first time',
        moved: 'Each answer that moved: question before, question after, to check before, to check after (JSON)', told_at: 'Those who answer were told', told_back_at: 'They were told that it came back',
      },
      leftOut: { ...sameRow, version: 'Of use to the program alone', before: 'What it would have been rated: the organisation’s alone' },
    },
  },
  carried_thing: {
    name: 'What went over with a question', holds: 'Which assignments, comments, marks to come back to and guest links went to which question when a round was carried over, by their identifiers', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: { not: 'Of use to the program alone, so that it can be undone' },
  },
  kept_draft: {
    name: 'Kept drafts', holds: 'What somebody typed that could no longer be saved as an answer, for themselves', about: 'Whoever typed it; whoever they wrote about', basis: 'public-task', kept: 'returns', erasure: 'Deleted',
    exported: { not: 'It was never handed over: nobody but its author reads it' },
  },
  rating: {
    name: 'Ratings', holds: 'The level worked out for each section and return, and how', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: {
      columns: {
        submission_id: 'Return', section_key: 'Section; empty for the whole return', layer: 'self, moderated or panel', round_id: 'Round', organisation_id: 'Organisation', level: 'Level', won: 'Points won, in sixtieths', available: 'Points available, in sixtieths',
        reason: 'Why, where people decided', rule: 'Version of the rule', trace: 'How it was worked out (JSON)', rated_at: 'When', recalculation_id: 'The recalculation it came from, where it is not as it was handed in',
      },
      leftOut: sameRow,
    },
  },
  action: {
    name: 'Actions', holds: 'What an organisation will do about what is not met, who sees to it, and what came of it', about: 'Whoever planned it or sees to it', basis: 'public-task', kept: 'returns',
    erasure: 'The name of whoever changed it is replaced by the label. What the organisation wrote stays: it is the organisation’s',
    exported: {
      columns: {
        id: 'Identifier', organisation_id: 'Organisation', number: 'Number within the organisation', submission_id: 'Return', question_id: 'Question it comes from', level: 'How that was rated', title: 'What will be done', owner: 'Who sees to it',
        due_on: 'By when', state: 'open, claimed, verified or dropped', completion: 'What shows that it was done', impact: 'What became better', version: 'Number of changes', changed_by_name: 'Changed by', changed_at: 'Changed',
      },
      leftOut: { ...sameRow, changed_by: 'The name says it' },
    },
  },
  action_event: {
    name: 'History of actions', holds: 'Everything that became of each action, with who and when', about: 'Whoever planned, claimed or verified it', basis: 'public-task', kept: 'returns', erasure: 'The name is replaced by the label',
    exported: {
      columns: { id: 'Identifier', action_id: 'Action', organisation_id: 'Organisation', move: 'What was done with it', reason: 'Why', plan: 'How it stood then (JSON)', by_name: 'By', at: 'When' },
      leftOut: { ...sameRow, by_person: 'The name says it' },
    },
  },
  rating_history: {
    name: 'Ratings as they were', holds: 'What a rating was before it was handed in again or worked out again', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: {
      columns: {
        submission_id: 'Return', section_key: 'Section; empty for the whole return', layer: 'self, moderated or panel', round_id: 'Round', organisation_id: 'Organisation', level: 'Level', won: 'Points won, in sixtieths', available: 'Points available, in sixtieths',
        reason: 'Why, where people decided', rule: 'Version of the rule', trace: 'How it was worked out (JSON)', rated_at: 'When', recalculation_id: 'The recalculation it came from', replaced_by: 'The recalculation that replaced it; empty where it was handed in again', replaced_at: 'Replaced',
      },
      leftOut: { ...sameRow, id: 'Of use to the program alone' },
    },
  },
  disclosure_setting: {
    name: 'Smallest group', holds: 'How many organisations a group has at least to be published about', ...nothing, kept: work,
    exported: { columns: { minimum: 'Organisations' }, leftOut: sameRow },
  },
  release: {
    name: 'Published figures', holds: 'The figures of a round as they were published, with what is hidden to protect small groups', ...nothing, kept: work,
    exported: { columns: { id: 'Identifier', round_id: 'Round', number: 'Which of the round', minimum: 'Smallest group', content: 'The figures (JSON)', sha256: 'SHA-256 of the figures', at: 'When' }, leftOut: sameRow },
  },
  release_basis: {
    name: 'What published figures were counted from', holds: 'At which level each organisation was counted, so that figures published later can be compared with those before', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: { columns: { release_id: 'Published figures', organisation_id: 'Organisation', submission_id: 'Return', peer_group: 'Peer group', area: 'Area', said: 'Level at each figure, in their order' }, leftOut: sameRow },
  },
  joint_round: {
    name: 'Joint rounds', holds: 'That a round is run jointly with other partnerships, and why it was left', ...nothing, kept: work,
    exported: { columns: { id: 'Identifier', place: 'Which of the partners; the first began it', name: 'Name', content_hash: 'Hash of the questionnaire that all ask', round_id: 'Round', state: 'accepted or left', joined_at: 'Joined', left_at: 'Left', left_reason: 'Why it was left' }, leftOut: { ...sameRow, joint_id: 'Of use to the program alone' } },
  },
  joint_invitation: {
    name: 'Invitations to joint rounds', holds: 'Whom a code was meant for and what came of it; of the code itself only a hash', ...nothing, kept: work,
    exported: { columns: { id: 'Identifier', joint_round_id: 'Joint round', for_whom: 'For whom', state: 'open, accepted, declined or withdrawn', made_at: 'Made', expires_at: 'Good until', answered_at: 'Answered' }, leftOut: { ...sameRow, code_hash: 'It would let somebody in' } },
  },
  joint_share: {
    name: 'Figures shared with partners', holds: 'Which figures of a joint round another partnership may see, as they were shared, and who shared them', about: 'Whoever shared them', basis: 'public-task', kept: work, erasure: 'The name is replaced by the label',
    exported: {
      columns: { joint_round_id: 'Joint round', to_place: 'With which of the partners', release_id: 'Published figures', content: 'The figures as shared (JSON)', sha256: 'SHA-256 of them', content_hash: 'Hash of the questionnaire', by_name: 'By', at: 'When', withdrawn_at: 'Withdrawn' },
      leftOut: { ...sameRow, by_person: 'The name says it', known: 'Organisations that the partner knows as well, for what is hidden' },
    },
  },
  theme: {
    name: 'Themes', holds: 'What answers can have in common, as the partnership calls it', ...nothing, kept: work, exported: { columns: { id: 'Identifier', name: 'Name', retired: 'Given to no more answers' }, leftOut: sameRow },
  },
  answer_theme: {
    name: 'Themes of answers', holds: 'Which answers have which theme, and who said so', about: 'Whoever said so', basis: 'public-task', kept: 'returns', erasure: 'The name is replaced by the label',
    exported: { columns: { submission_id: 'Return', question_id: 'Question', theme_id: 'Theme', organisation_id: 'Organisation', by_name: 'By', at: 'When' }, leftOut: { ...sameRow, by_person: 'The name says it' } },
  },
  good_practice: {
    name: 'Good practice', holds: 'Answers that others could learn from, why, whether the organisation agreed that they see it, and what they read of it', about: 'Whoever marked it', basis: 'public-task', kept: 'returns', erasure: 'The name is replaced by the label',
    exported: { columns: { submission_id: 'Return', question_id: 'Question', organisation_id: 'Organisation', why: 'Why', state: 'marked, asked, agreed or declined', told: 'What those who took part read', named: 'Whether they read whose it is', by_name: 'By', at: 'When' }, leftOut: { ...sameRow, by_person: 'The name says it' } },
  },
  finding: {
    name: 'Findings', holds: 'What people of the partnership found in a round, in their words', about: 'Whoever wrote it', basis: 'public-task', kept: work, erasure: 'The name is replaced by the label',
    exported: {
      columns: { id: 'Identifier', round_id: 'Round', words: 'What was found', standard_key: 'Standard; empty where it is about none', question_id: 'Question; empty where it is about none', place: 'Place in order', by_name: 'By', at: 'When' },
      leftOut: { ...sameRow, by_person: 'The name says it' },
    },
  },
  recalculation: {
    name: 'Recalculations', holds: 'That the ratings of a round were worked out again, why, and how many changed; who did it stands in the trail', ...nothing, kept: work,
    exported: {
      columns: { id: 'Identifier', round_id: 'Round', reason: 'Reason', undoes: 'The one whose ratings it put back', levels: 'Ratings whose level changed', points: 'Ratings of which only the points changed', explanations: 'Ratings of which only the explanation changed', at: 'When' },
      leftOut: sameRow,
    },
  },
  return_rollup: {
    name: 'Returns in short', holds: 'One row for each return that was handed in: its levels and what kind of answer each question has, for counting', about: 'Organisations', basis: 'public-task', kept: 'returns', erasure: 'Names nobody',
    exported: { not: 'Made of answers and ratings alone, whenever one of them changes' },
  },
  submission_snapshot: {
    name: 'Signed returns', holds: 'The text of a return exactly as it was signed, its hash, and who signed', about: 'Whoever signed or answered', basis: 'public-task', kept: 'returns',
    erasure: 'The signer’s name beside it is replaced by the label. The signed text itself is kept unchanged for its period: it is a legal declaration, and one changed letter would break its hash (UK GDPR, article 17(3)(b))',
    exported: {
      columns: {
        id: 'Identifier', submission_id: 'Return', organisation_id: 'Organisation', kind: 'submitted, signed or final', content: 'The signed text (JSON)', sha256: 'SHA-256 of the signed text', signed_name: 'Signed by', signed_role: 'As',
        declaration: 'What was declared', at: 'When',
      },
      leftOut: { ...sameRow, signed_by: 'The name says it' },
    },
  },
  signature: {
    name: 'Signatures', holds: 'Who signed a return in which role, with which declaration, and whether it still stands', about: 'Whoever signed', basis: 'public-task', kept: 'returns', erasure: 'The names are replaced by the label; the signed text keeps them, as it was signed',
    exported: {
      columns: {
        id: 'Identifier', submission_id: 'Return', organisation_id: 'Organisation', step: 'Which signature', asked_of: 'Asked of', person_name: 'Signed by', role: 'As', declaration: 'What was declared', sha256: 'SHA-256 of what was signed', at: 'When',
        voided_at: 'Stands no more since', voided_by_name: 'Voided by',
      },
      leftOut: { ...sameRow, person_id: 'The name says it', voided_by: 'The name says it', void_reason: 'A note within the organisation' },
    },
  },
  reopening: {
    name: 'Reopenings', holds: 'Who asked for a return to be opened again and why, and what was decided', about: 'Whoever asked or decided', basis: 'public-task', kept: 'returns', erasure: 'The names are replaced by the label',
    exported: {
      columns: {
        id: 'Identifier', submission_id: 'Return', organisation_id: 'Organisation', state: 'asked, open, declined or done', question_ids: 'For these questions alone; empty for all', reason: 'Why', asked_by_name: 'Asked or opened by', asked_at: 'When',
        decided_by_name: 'Decided by', decided_at: 'Decided', decision: 'Why not', until_on: 'Open until', done_at: 'Signed again',
      },
      leftOut: { ...sameRow, asked_by: 'The name says it', decided_by: 'The name says it' },
    },
  },
} as const satisfies Record<string, DataMapEntry>;
