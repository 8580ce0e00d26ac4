export { areas } from './areas';
export { featureWords } from './organisation-words';
export { invitationRoutes } from './invitation/invitation-routes';
export { organisationsRoutes } from './organisations-routes';
export { accountRoutes } from './account/account-routes';
export { Memberships } from './people/memberships';
export { ownPeopleRoutes, peopleRoutes } from './people/people-routes';
