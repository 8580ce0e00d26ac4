export { organisationsRoutes } from './organisations-routes';
