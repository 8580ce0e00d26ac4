import template from './template.schema.json' with { type: 'json' };

type Schema = Readonly<Record<string, unknown>>;

const part = (name: string): Schema => ({ $ref: `${template.$id}#/$defs/${name}` });
const place: Schema = { type: 'integer', minimum: -1, maximum: 100_000 };
/** Null takes something out that need not be there. */
const orNone = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** What may be changed of the shape: each by its own schema; what the shape requires cannot be taken out. */
function changes(shape: { properties: Schema; required: readonly string[] }, path: string, fixed: readonly string[]): Schema {
  const names = Object.keys(shape.properties).filter((name) => !fixed.includes(name));
  return {
    type: 'object', additionalProperties: false, minProperties: 1,
    properties: Object.fromEntries(names.map((name) => {
      const own = { $ref: `${template.$id}#${path}/properties/${name}` };
      return [name, shape.required.includes(name) ? own : orNone(own)];
    })),
  };
}

const edit = (kind: string, properties: Record<string, Schema>): Schema => ({
  type: 'object', additionalProperties: false, required: ['edit', ...Object.keys(properties)], properties: { edit: { const: kind }, ...properties },
});

/** Made from the schema of templates, so that a draft that was changed bit by bit has the same shape as one that was sent whole. */
export const editsSchema: Schema & { readonly $id: string } = {
  $schema: template.$schema, $id: 'urn:attest:edits', type: 'array', minItems: 1, maxItems: 500,
  items: {
    type: 'object', required: ['edit'], discriminator: { propertyName: 'edit' },
    oneOf: [
      edit('settings', { changes: changes(template, '', ['code', 'audience', 'sections']) }),
      edit('add-section', { section: part('section'), at: place }),
      edit('change-section', { key: part('key'), changes: changes(template.$defs.section, '/$defs/section', ['key', 'questions']) }),
      edit('move-section', { key: part('key'), at: place }),
      edit('remove-section', { key: part('key') }),
      edit('add-question', { section: part('key'), question: part('question'), at: place }),
      edit('change-question', { question: part('question') }),
      edit('move-question', { key: part('key'), section: part('key'), at: place }),
      edit('remove-question', { key: part('key') }),
    ],
  },
};
