export interface FormIssue {
  /** The id of the field, or empty for what no field of the form shows. */
  id: string;
  message: string;
  severity: 'error' | 'warning';
  /** What the field is called. */
  label?: string;
  /** A required field that is still empty. */
  missing?: boolean;
}

/** The id of a Secret key's field. */
export const secretFieldId = (key: string): string => `secret.${key}`;
export const SECRET_NAME_ID = 'credentials.secretName';
export const LABELS_ID = 'metadata.labels';
export const ANNOTATIONS_ID = 'metadata.annotations';
export const rowFieldId = (list: string, row: number, part: 'key' | 'value'): string => `${list}.${row}.${part}`;

export function error(id: string, message: string): FormIssue {
  return { id, message, severity: 'error' };
}

export function warning(id: string, message: string): FormIssue {
  return { id, message, severity: 'warning' };
}
