// JSON Forms with React's vanilla renderers and ajv: it validates with every key.
import { createAjv } from '@jsonforms/core';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { formSchema } from '../../lib/schema.js';

let place;
const schema = formSchema();

/** The vanilla renderers have none for objects, and the generated UI schema stops at the first: a group for each instead. */
function layoutOf({ properties }, scope, label) {
  const elements = Object.entries(properties).map(([name, child]) => {
    const at = `${scope}/properties/${name}`;
    return child.properties ? layoutOf(child, at, name) : { type: 'Control', scope: at };
  });
  return { type: label ? 'Group' : 'VerticalLayout', label, elements };
}
const uischema = layoutOf(schema, '#');
const ajv = createAjv();

function Page() {
  const [data, setData] = useState({});
  return (
    <JsonForms
      schema={schema}
      uischema={uischema}
      data={data}
      ajv={ajv}
      renderers={vanillaRenderers}
      cells={vanillaCells}
      onChange={({ data: next }) => setData(next)}
    />
  );
}

export default {
  mount(element) {
    place = element;
    createRoot(place).render(<Page />);
  },
  field: () => place.querySelector('input'),
  isOpen: () => [...place.querySelectorAll('legend')].some((legend) => legend.textContent === 'container'),
};
