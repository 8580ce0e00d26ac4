export { areas } from './areas';
export { organisationsRoutes } from './organisations-routes';
