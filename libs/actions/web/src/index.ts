export { actionsRoutes } from './actions-routes';
