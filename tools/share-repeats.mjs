/** A shorter piece, such as {"type":"string"}, costs more as a function of its own than as a copy. */
const WORTH_SHARING = 30;

/**
 * Moves the parts of a schema that occur more than once to `$defs`, each under a name of its own. The validator made
 * of it reports the same errors, but for their `schemaPath`. What is inside anyOf, oneOf, allOf and not stays in place,
 * because there the path says which branch an error belongs to.
 *
 * @param {import('../src/schema/json-schema.ts').JsonSchema} schema
 */
export function shareRepeats(schema) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  countParts(schema, counts);
  /** @type {Map<string, string>} the text of a part -> its name */
  const names = new Map();
  /** @type {Record<string, object>} */
  const $defs = {};

  const shared = (part) => {
    const text = JSON.stringify(part);
    const repeats = text.length >= WORTH_SHARING && counts.get(text) > 1;
    // The code refers to an enum as a part of the schema that it is compiled from: let that be a small one.
    if (!repeats && !part.enum) return withParts(part, shared);
    let name = names.get(text);
    if (name === undefined) {
      name = `s${names.size}`;
      names.set(text, name);
      $defs[name] = withParts(part, shared);
    }
    return { $ref: `#/$defs/${name}` };
  };
  return { ...withParts(schema, shared), $defs };
}

function countParts(schema, counts) {
  const text = JSON.stringify(schema);
  counts.set(text, (counts.get(text) ?? 0) + 1);
  withParts(schema, (part) => (countParts(part, counts), part));
}

/** The schema with each of its direct parts replaced. */
function withParts(schema, replace) {
  const copy = { ...schema };
  if (schema.properties)
    copy.properties = Object.fromEntries(Object.entries(schema.properties).map(([key, part]) => [key, replace(part)]));
  if (schema.items) copy.items = replace(schema.items);
  if (schema.additionalProperties) copy.additionalProperties = replace(schema.additionalProperties);
  return copy;
}
