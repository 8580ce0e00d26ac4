export { areas } from './areas';
export { organisationsRoutes } from './organisations-routes';
export { accountRoutes } from './account/account-routes';
export { AuthenticatorSetup } from './sign-in/authenticator-setup';
export { RecoveryCodesKept } from './sign-in/recovery-codes';
export { SecondFactorForm } from './sign-in/second-factor-form';
