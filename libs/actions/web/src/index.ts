export { actionsRoutes, loadHomeActions, loadPlanPage } from './actions-routes';
