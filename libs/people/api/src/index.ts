export { PeopleModule } from './people.module';
export { DEMONSTRATION_PASSWORD } from './settings';
export { hashPassword } from './passwords';
