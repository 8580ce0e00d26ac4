import { httpResource } from '@angular/common/http';
import type { AreaView } from '@attest/shared/client';

/** The areas of the partnership, for lists to choose from: empty until they are there. */
export const areas = () => httpResource<AreaView[]>(() => '/api/areas', { defaultValue: [] });
