import { organisationKinds, presetKeys, type OrganisationKind, type PresetKey } from '@attest/domain/questionnaire';
import { OneOf, PaperView } from '@attest/shared/api';

export class FormQuery {
  @OneOf(presetKeys, { optional: true, example: 'primary', description: 'As which organisation it is asked; every question where none is named, or the questionnaire is not for such.' }) as?: PresetKey;
}

export class FormView extends PaperView {
  @OneOf(organisationKinds) audience: OrganisationKind;
}
