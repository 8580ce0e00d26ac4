export { areas } from './areas';
export { organisationsRoutes } from './organisations-routes';
export { accountRoutes } from './account/account-routes';
