// react-jsonschema-form with its default theme and ajv, as its guide has it: everything is there from the start.
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import { formSchema } from '../../lib/schema.js';

let place;

export default {
  mount(element) {
    place = element;
    createRoot(place).render(<Form schema={formSchema()} validator={validator} noHtml5Validate liveValidate />);
  },
  field: () => place.querySelector('#root_metadata_name'),
  isOpen: () => place.querySelector('[id^="root_spec_runtimeSettings_container"]') !== null,
  validate: () => place.querySelector('button[type="submit"]').click(),
  isRefused: () => place.querySelector('.errors')?.textContent.includes('name'),
};
