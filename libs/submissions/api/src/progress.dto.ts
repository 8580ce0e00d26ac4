import { Whole } from '@attest/shared/api';

export class ProgressView {
  @Whole({ example: 31 }) answered: number;
  @Whole({ example: 58 }) required: number;
}
