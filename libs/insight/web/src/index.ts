export { compareRoutes } from './compare-routes';
