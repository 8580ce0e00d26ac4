import { axeFindsNothingFor } from '../pages';

axeFindsNothingFor('visitor', 'dsl', 'agency', 'governor');
