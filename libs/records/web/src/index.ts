export { privacyRoutes, recordsRoutes } from './records-routes';
