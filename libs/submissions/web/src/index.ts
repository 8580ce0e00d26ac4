export { returnsRoutes } from './returns-routes';
