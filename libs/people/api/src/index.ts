export { PeopleModule } from './people.module';
export { OrganisationsService, profileOf } from './organisations.service';
export type { EnlistedOrganisation } from './enlisted-organisation';
export { refuseWeakPassword } from './sign-in/password-rules';
export { DEMONSTRATION_PASSWORD, SIGN_IN_SETTINGS, type Provider, type SignInSettings } from './settings';
export { hashPassword } from './sign-in/passwords';
export { DeviceKeysService } from './sign-in/device-keys/device-keys.service';
