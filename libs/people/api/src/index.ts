export { PeopleModule } from './people.module';
export { OrganisationsService, profileOf } from './organisations.service';
export type { EnlistedOrganisation } from './enlisted-organisation';
export { DEMONSTRATION_PASSWORD } from './settings';
export { refuseWeakPassword } from './sign-in/password-rules';
export { hashPassword } from './sign-in/passwords';
