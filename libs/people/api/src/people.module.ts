import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AgenciesController } from './agencies/agencies.controller';
import { AgenciesService } from './agencies/agencies.service';
import { CheckingService } from './invitations/checking.service';
import { InvitationMail } from './invitations/invitation-mail';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsQueries } from './invitations/invitations.queries';
import { InvitationsService } from './invitations/invitations.service';
import { RedeemingController } from './invitations/redeeming.controller';
import { RedeemingService } from './invitations/redeeming.service';
import { MembershipsController } from './memberships/memberships.controller';
import { MembershipsQueries } from './memberships/memberships.queries';
import { MembershipsService } from './memberships/memberships.service';
import { OrganisationPeopleService } from './memberships/organisation-people.service';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';
import { RegisterImportsController } from './register-imports.controller';
import { RegisterImportsService } from './register-imports.service';
import { RegisterQueries } from './register.queries';
import { RegisterService } from './register.service';
import { AccountController } from './sign-in/account.controller';
import { AccountService } from './sign-in/account.service';
import { PreferencesController } from './preferences/preferences.controller';
import { DeviceKeysController } from './sign-in/device-keys/device-keys.controller';
import { DeviceKeysService } from './sign-in/device-keys/device-keys.service';
import { LostFactorController } from './sign-in/lost-factor.controller';
import { LostFactorService } from './sign-in/lost-factor.service';
import { PasswordResetsController } from './sign-in/password-resets.controller';
import { PasswordResetsService } from './sign-in/password-resets.service';
import { PasskeySignInService } from './sign-in/passkeys/passkey-sign-in.service';
import { PasskeySignInController, PasskeysController } from './sign-in/passkeys/passkeys.controller';
import { PasskeysService } from './sign-in/passkeys/passkeys.service';
import { RelyingParty } from './sign-in/passkeys/relying-party';
import { PasswordStrategy } from './sign-in/password.strategy';
import { IdentitiesService } from './sign-in/providers/identities.service';
import { Journeys } from './sign-in/providers/journey';
import { ProviderSignInService } from './sign-in/providers/provider-sign-in.service';
import { Providers } from './sign-in/providers/providers';
import { IdentitiesController, ProviderSignInController } from './sign-in/providers/providers.controller';
import { SecondFactorController } from './sign-in/second-factor.controller';
import { SecondFactorService } from './sign-in/second-factor.service';
import { SessionController } from './sign-in/session.controller';
import { SessionService } from './sign-in/session.service';

@Global()
@Module({
  imports: [PassportModule],
  controllers: [SessionController, SecondFactorController, AccountController, DeviceKeysController, PasswordResetsController, LostFactorController, OrganisationsController, RegisterImportsController,
    PasskeySignInController, PasskeysController, ProviderSignInController, IdentitiesController, AgenciesController, RedeemingController, InvitationsController, MembershipsController, PreferencesController],
  providers: [SessionService, SecondFactorService, AccountService, DeviceKeysService, PasswordResetsService, LostFactorService, PasswordStrategy, OrganisationsService, OrganisationsQueries, RegisterImportsService, RegisterService, RegisterQueries,
    RelyingParty, PasskeySignInService, PasskeysService, Providers, Journeys, ProviderSignInService, IdentitiesService,
    AgenciesService, InvitationsService, InvitationsQueries, InvitationMail, CheckingService, RedeemingService, MembershipsService, MembershipsQueries, OrganisationPeopleService],
  exports: [OrganisationsService, SessionService],
})
export class PeopleModule {}
