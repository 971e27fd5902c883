import { makeEnvironmentProviders, type EnvironmentProviders, type Provider } from '@angular/core';
import {
  MAT_FORM_FIELD_DEFAULT_OPTIONS,
  type MatFormFieldDefaultOptions,
} from '@angular/material/form-field';

/** How fields look. None is marked as required: forms ask for little, and say what is missing. */
const options: MatFormFieldDefaultOptions = { appearance: 'outline', hideRequiredMarker: true };

/** For dialogs with fields, which hang below the root and not below the page that opens them. */
export const formFieldLooks: Provider = { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: options };

/** For the routes of a feature with forms, so that the first page does not load what it has no use for. */
export function provideFormFields(): EnvironmentProviders {
  return makeEnvironmentProviders([formFieldLooks]);
}
