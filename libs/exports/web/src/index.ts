export { exportsRoutes, loadTokensPage } from './exports-routes';
