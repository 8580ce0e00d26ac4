import { Email, Many, Text, Written } from '@attest/shared/api';

export class FirstArea {
  @Text({ min: 1, max: 100, example: 'Middlesbrough' }) name: string;
  @Written(/^\d{3}$/, 'The code of a local authority is three digits, such as 806.', { example: '806', description: 'The local authority code of the register of schools.' })
  laCode: string;
}

export class FirstAdministrator {
  @Text({ min: 3, max: 200, example: 'South Riverside Safeguarding Children Partnership' }) partnershipName: string;
  @Many(() => FirstArea, { most: 10 }) areas: FirstArea[];
  @Text({ min: 1, max: 200, example: 'Priya Shah' }) name: string;
  @Email() email: string;
  @Text({ min: 15, max: 128, example: 'three quiet herons by the weir' }) password: string;
}
