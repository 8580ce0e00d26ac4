import { actions, roles } from '@attest/domain/access';
import { Email, Flag, Instant, Many, NamedView, One, OneOf, Text, Texts, Uuid, Whole, stages, type Stage } from '@attest/shared/api';
import { ProviderView } from './providers/providers.dto';

/** What somebody can sign in and prove who they are with. */
export const ways = ['password', 'authenticator', 'passkey', 'provider'] as const;

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
  @OneOf(stages, { example: 'full', description: 'Until it is `full`, a second factor is owed (`POST /api/session/second-factor`, `POST /api/session/proof/passkey`) or has to be set up (`POST /api/session/authenticator`, `POST /api/account/passkeys`), and nothing else is open.' })
  stage: Stage;
  @Texts({ of: ways, description: 'What this person can prove with who they are.' }) ways: (typeof ways)[number][];
  @One(() => PersonView) person: PersonView;
  @One(() => NamedView) partnership: NamedView;
  @Many(() => NamedView, { description: 'Every partnership in which this person has a role: `PUT /api/session/partnership` switches.' }) partnerships: NamedView[];
  @Many(() => MembershipView, { description: 'In the partnership they act in now.' }) memberships: MembershipView[];
  @Texts({ of: actions, description: 'What this person may attempt. Whether they may do it to one thing, each view says in `moves`.' }) permissions: string[];
  @Text({ example: 'q1w2…', description: 'Send it in X-CSRF-Token with every request that changes something.' }) csrfToken: string;
  @Instant({ description: 'When it ends, whatever happens.' }) expiresAt: string;
  @Whole({ example: 60, description: 'Minutes without a request after which it ends earlier.' }) idleMinutes: number;
}

export class OtherPartnership {
  @Uuid() partnershipId: string;
}

export class DemonstrationAccount {
  @Email() email: string;
  @Text({ example: 'Priya Shah' }) name: string;
  @OneOf(roles) role: string;
  @Text({ nullable: true, example: 'Oakfield Primary School' }) organisation: string | null;
}

export class WelcomeView {
  @Flag({ description: 'Whether messages are read at /outbox instead of being sent: a demonstration only.' }) outbox: boolean;
  @Flag({ description: 'True until the first administrator has been set up.' }) empty: boolean;
  @Many(() => ProviderView, { description: 'By whose accounts people may sign in, beside our own.' }) providers: ProviderView[];
  @Text({ nullable: true, example: 'keep-children-safer', description: 'The one password of the demonstration accounts; null when there are none.' }) demonstrationPassword: string | null;
  @Many(() => DemonstrationAccount) demonstrationAccounts: DemonstrationAccount[];
}
