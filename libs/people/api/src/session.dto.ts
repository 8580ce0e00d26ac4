import { actions, roles } from '@attest/domain/access';
import { Email, Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid } from '@attest/shared/api';

export class SignIn {
  @Email({ example: 'unit@demo.attest.example' }) email: string;
  @Text({ min: 1, max: 128, example: 'keep-children-safer' }) password: string;
}

export class PersonView {
  @Uuid() id: string;
  @Text({ example: 'Priya Shah' }) name: string;
  @Email() email: string;
}

export class MembershipView {
  @OneOf(roles) role: (typeof roles)[number];
  @One(() => NamedView, { nullable: true, description: 'Null for roles in the partnership itself.' }) organisation: NamedView | null;
}

export class SessionView {
  @One(() => PersonView) person: PersonView;
  @One(() => NamedView) partnership: NamedView;
  @Many(() => MembershipView) memberships: MembershipView[];
  @Texts({ of: actions, description: 'What this person may attempt. Whether they may do it to one thing, each view says in `moves`.' }) permissions: string[];
  @Text({ example: 'q1w2…', description: 'Send it in X-CSRF-Token with every request that changes something.' }) csrfToken: string;
  @Instant() expiresAt: string;
}

export class DemonstrationAccount {
  @Email() email: string;
  @Text({ example: 'Priya Shah' }) name: string;
  @OneOf(roles) role: string;
  @Text({ nullable: true, example: 'Oakfield Primary School' }) organisation: string | null;
}

export class WelcomeView {
  @Flag({ description: 'True until the first administrator has been set up.' }) empty: boolean;
  @Text({ nullable: true, example: 'keep-children-safer', description: 'The one password of the demonstration accounts; null when there are none.' }) demonstrationPassword: string | null;
  @Many(() => DemonstrationAccount) demonstrationAccounts: DemonstrationAccount[];
}
