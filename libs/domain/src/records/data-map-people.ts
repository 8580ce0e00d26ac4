import type { DataMapEntry } from './data-map-entry';

const secret = { not: 'Opens accounts: never leaves' } as const;
const deleted = 'Deleted';

/** Who takes part, who they are, and how they sign in. */
export const people = {
  partnership: {
    name: 'Partnerships', holds: 'The name of the partnership', about: 'Nobody', basis: 'none', kept: { otherwise: 'As long as the partnership uses Attest' }, erasure: 'Nothing to erase',
    exported: { columns: { id: 'Identifier', name: 'Name', founded_at: 'When it began to use Attest' } },
  },
  area: {
    name: 'Areas', holds: 'Local authority areas of the partnership', about: 'Nobody', basis: 'none', kept: { otherwise: 'As long as the partnership uses Attest' }, erasure: 'Nothing to erase',
    exported: { columns: { id: 'Identifier', name: 'Name', la_code: 'Code of the local authority' }, leftOut: { partnership_id: 'The same in every row' } },
  },
  organisation: {
    name: 'Organisations', holds: 'Schools and agencies, with what the national register publishes of them', about: 'Head teachers, by the name the register publishes', basis: 'public-task',
    kept: { otherwise: 'As long as the national register names it' }, erasure: 'A head’s name is public and comes again with the next file of the register: kept',
    exported: {
      columns: {
        id: 'Identifier', kind: 'school or agency', name: 'Name', urn: 'Unique reference number of a school', phase: 'Phase of a school', sector: 'Sector of an agency', type: 'Type of establishment',
        features: 'What decides which questions are asked', status: 'open or closed', postcode: 'Postcode', trust: 'Trust', head: 'Head, as published', pupils: 'Number of pupils',
        opened_on: 'Opened', closed_on: 'Closed', predecessor_id: 'The organisation it followed', details: 'Further columns of the national register (JSON)',
      },
    },
  },
  participation: {
    name: 'Taking part', holds: 'Which organisation takes part, where and since when', about: 'Nobody', basis: 'none', kept: { otherwise: 'As long as the partnership uses Attest' }, erasure: 'Nothing to erase',
    exported: { columns: { id: 'Identifier', organisation_id: 'Organisation', area_id: 'Area; empty for all', from_on: 'From', to_on: 'Until' }, leftOut: { partnership_id: 'The same in every row' } },
  },
  person: {
    name: 'People', holds: 'Name, e-mail address, and a password that can be checked and not read', about: 'Everybody with an account', basis: 'public-task', kept: 'people',
    erasure: 'Name and address are replaced by a label, the password is deleted, and the account is closed',
    exported: {
      columns: { id: 'Identifier', name: 'Name', email: 'E-mail address', deactivated_at: 'When the account was closed' },
      leftOut: { password_hash: 'Opens the account', demonstration: 'Only ever true in a demonstration', erased_at: 'The label says it', preferences: 'How they like pages drawn: theirs alone' },
    },
  },
  membership: {
    name: 'Roles', holds: 'Who has or had which role, since when', about: 'Everybody with a role', basis: 'public-task', kept: 'people', erasure: 'Stays without a name, so that what was done in a role can be understood',
    exported: {
      columns: { id: 'Identifier', person_id: 'Person', organisation_id: 'Organisation; empty for a role in the partnership', role: 'Role', trust: 'Trust it follows', since: 'Since', ended_at: 'Until', invited_by: 'Invited by' },
      leftOut: { partnership_id: 'The same in every row', invitation_id: 'Of use to the program alone' },
    },
  },
  session: {
    name: 'Sessions', holds: 'Where somebody is signed in, with what browser, since when', about: 'Whoever signed in', basis: 'security', kept: 'signIn', erasure: deleted, exported: secret,
  },
  authenticator: {
    name: 'Authenticator apps', holds: 'The sealed secret of an authenticator app', about: 'Whoever set one up', basis: 'security', kept: { otherwise: 'Until it is replaced or the account is closed' }, erasure: deleted, exported: secret,
  },
  passkey: {
    name: 'Passkeys', holds: 'What checks a passkey and cannot make one, and the name somebody gave it', about: 'Whoever set one up', basis: 'security', kept: { otherwise: 'Until it is removed or the account is closed' }, erasure: deleted, exported: secret,
  },
  passkey_challenge: {
    name: 'Passkey challenges', holds: 'What a passkey is asked to sign, for a few minutes', about: 'Nobody', basis: 'none', kept: { otherwise: 'A few minutes' }, erasure: 'Nothing to erase', exported: secret,
  },
  identity: {
    name: 'Linked accounts', holds: 'By which account of another provider somebody signs in', about: 'Whoever linked one', basis: 'security', kept: { otherwise: 'Until it is unlinked or the account is closed' }, erasure: deleted, exported: secret,
  },
  recovery_code: {
    name: 'Recovery codes', holds: 'Recovery codes that can be checked and not read', about: 'Whoever has a second factor', basis: 'security', kept: { otherwise: 'Until they are replaced or the account is closed' }, erasure: deleted, exported: secret,
  },
  password_reset: {
    name: 'Links to a new password', holds: 'That a link was asked for, and whether it was used', about: 'Whoever asked', basis: 'security', kept: 'signIn', erasure: deleted, exported: secret,
  },
  device_key: {
    name: 'Keys of devices', holds: 'The sealed key under which what somebody types waits on one of their devices', about: 'Whoever answers', basis: 'security', kept: { otherwise: 'Thirty days after it was last used' }, erasure: deleted, exported: secret,
  },
  register_import: {
    name: 'Files of the school register', holds: 'What a file of the national register said, who uploaded and who applied it', about: 'The business unit; head teachers, as published', basis: 'public-task', kept: 'imports',
    erasure: 'Names of who uploaded and applied are replaced by the label',
    exported: {
      columns: { id: 'Identifier', file_name: 'File', uploaded_by: 'Uploaded by', uploaded_at: 'Uploaded', applied_by: 'Applied by', applied_at: 'Applied', summary: 'What it changed (JSON)', establishments: 'The rows of the file that concerned the partnership (JSON)' },
      leftOut: { partnership_id: 'The same in every row', uploaded_by_id: 'The name says it', applied_by_id: 'The name says it' },
    },
  },
  signing_key: {
    name: 'Signing key', holds: 'The key with which database and program recognise one another', about: 'Nobody', basis: 'none', kept: { otherwise: 'Replaced at every start' }, erasure: 'Nothing to erase', exported: secret,
  },
} as const satisfies Record<string, DataMapEntry>;
