import { roles, type Role } from '@attest/domain/access';
import { Flag, Instant, Many, OneOf, Text, Uuid, Whole } from '@attest/shared/api';

const states = ['waiting', 'done', 'refused'] as const;

export class ErasureView {
  @Uuid() id: string;
  @Text({ example: 'Sam Carter', description: 'The label, once it is done' }) name: string;
  @Text({ nullable: true, example: 'dsl@school.example' }) email: string | null;
  @OneOf(roles, { nullable: true }) role: Role | null;
  @Instant() askedAt: string;
  @OneOf(states) state: (typeof states)[number];
  @Text({ nullable: true, example: 'A review still needs to know who signed' }) reason: string | null;
  @Text({ nullable: true, example: 'Priya Shah' }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Flag({ description: 'Whether the caller may decide: nobody decides about themselves' }) decidable: boolean;
}

export class NamedIn {
  @Text({ example: 'Answers' }) name: string;
  @Whole({ example: 42, description: 'Rows that name them' }) count: number;
  @Text({ example: 'The writer’s name is replaced by the label' }) erasure: string;
}

export class ErasurePreview extends ErasureView {
  @Many(() => NamedIn) namedIn: NamedIn[];
  @Whole({ example: 0, description: 'Other partnerships they have a role in, which decide for themselves' }) elsewhere: number;
}

export class Erase {
  @Text({ min: 1, max: 200, example: 'Sam Carter', description: 'Their name as it is shown, to confirm' }) confirm: string;
}

export class RefuseErasure {
  @Text({ min: 1, max: 500, example: 'A review still needs to know who signed' }) reason: string;
}

export class OwnErasure {
  @Text({ example: 'South Riverside Safeguarding Children Partnership' }) partnership: string;
  @Instant() askedAt: string;
  @OneOf(states) state: (typeof states)[number];
  @Text({ nullable: true, example: 'A review still needs to know who signed' }) reason: string | null;
}
