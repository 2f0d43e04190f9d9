// JSON Forms with React's vanilla renderers and ajv: it validates with every key.
import { createAjv } from '@jsonforms/core';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { formSchema } from '../../lib/schema.js';

let place;
const schema = formSchema();
const ajv = createAjv();

function Page() {
  const [data, setData] = useState({});
  return (
    <JsonForms
      schema={schema}
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
  field: () => place.querySelector('input[type="text"]'),
  isOpen: () => place.textContent.includes('Runtime Settings') || place.textContent.includes('Runtime settings'),
};
