import type { DataMapEntry } from './data-map-entry';

const sameRow = { partnership_id: 'The same in every row' } as const;

/** What is sent, who was let in, and what is written down of it all. */
export const traces = {
  mail: {
    name: 'Messages', holds: 'To which address something was sent, its subject, and whether it arrived; the text only until it has left', about: 'Whoever is written to', basis: 'public-task', kept: 'mail', erasure: 'Deleted',
    exported: {
      columns: { id: 'Identifier', address: 'To', subject: 'Subject', created_at: 'Written', attempts: 'Attempts', sent_at: 'Sent', failed_at: 'Given up', bounced_at: 'Came back', reason: 'Why it failed' },
      leftOut: { ...sameRow, about: 'Of use to the program alone', body: 'It may hold a link that lets somebody in', kept: 'Only ever true in a demonstration' },
    },
  },
  audit_event: {
    name: 'Trail', holds: 'Who did what and when, without what they wrote, chained so that a change shows', about: 'Whoever did something', basis: 'security', kept: 'trail',
    erasure: 'The name is forgotten, the event stays: its digest takes the place of the name, so that the chain can still be checked',
    exported: {
      columns: {
        seq: 'Place in the chain', at: 'When', actor_label: 'Who', session_id: 'Session', action: 'What', route: 'By which address of the service', thing_kind: 'To what kind of thing', thing_id: 'To which', organisation_id: 'Of which organisation',
        outcome: 'done, or why not', detail: 'More (JSON)', previous_hash: 'Hash of the event before', hash: 'Hash of this event',
      },
      leftOut: { ...sameRow, person_id: 'The name says it', actor_salt: 'Would let a forgotten name be guessed', actor_digest: 'Stands for a forgotten name' },
    },
  },
  audit_head: {
    name: 'End of the trail', holds: 'The number and hash of the last event', about: 'Nobody', basis: 'none', kept: { otherwise: 'As long as the trail' }, erasure: 'Nothing to erase', exported: { columns: { seq: 'Number of the last event', hash: 'Its hash' }, leftOut: sameRow },
  },
  attempt: {
    name: 'Attempts', holds: 'How often something was tried from one account or network address, under a key that cannot be read back', about: 'Whoever tries', basis: 'security', kept: { otherwise: 'A day at most' },
    erasure: 'Forgotten by itself within a day', exported: { not: 'Nobody can say whose a row is' },
  },
  invitation: {
    name: 'Invitations', holds: 'Who invited which address to what, and what became of it', about: 'Whoever is invited and invites', basis: 'public-task', kept: 'invitations', erasure: 'Name and address are deleted; the name of who invited is replaced by the label',
    exported: {
      columns: {
        id: 'Identifier', organisation_id: 'Organisation; empty for a role in the partnership', trust: 'Trust', role: 'Role', email: 'To', name: 'Name', handover: 'What the lead who invites becomes', invited_by_name: 'Invited by', invited_at: 'Invited', expires_at: 'Good until',
        reminded_at: 'Reminded', accepted_at: 'Accepted', withdrawn_at: 'Withdrawn',
      },
      leftOut: { ...sameRow, token_hash: 'Opens the invitation', invited_by: 'The name says it', accepted_by: 'The role says it' },
    },
  },
  access_review: {
    name: 'Reviews of access', holds: 'That somebody looked through who can see an organisation, and the list they found right', about: 'Everybody on the list', basis: 'public-task', kept: { otherwise: 'As long as the partnership uses Attest' },
    erasure: 'Name and address on the list are replaced by the label',
    exported: { columns: { id: 'Identifier', organisation_id: 'Organisation', confirmed_at: 'When', confirmed_by_name: 'By', people: 'The list (JSON)' }, leftOut: { ...sameRow, confirmed_by: 'The name says it' } },
  },
} as const satisfies Record<string, DataMapEntry>;
